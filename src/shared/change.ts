import { z } from 'zod';

type Changed<S extends z.ZodRawShape> = {
  [K in keyof S]: z.ZodOptional<S[K] extends z.ZodDefault<infer Inner> ? Inner : S[K]>;
};

/**
 * What a change of a record takes: any of its fields, and none that was not named. (`partial()` alone keeps defaults: a
 * change of the name would then also set the tags back to none.)
 */
export function changeOf<S extends z.ZodRawShape>(schema: z.ZodObject<S>): z.ZodObject<Changed<S>> {
  const shape = Object.entries(schema.shape).map(([name, field]) => {
    const own = field instanceof z.ZodDefault ? field.unwrap() : field;
    return [name, (own as z.ZodType).optional()];
  });
  return z.object(Object.fromEntries(shape)) as unknown as z.ZodObject<Changed<S>>;
}
