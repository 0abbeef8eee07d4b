import { z } from 'zod';

/**
 * A value of our own that goes out as it is, unchecked; the API's description shows `shape` under `name`. A test must
 * hold real values against the shape.
 */
export function documented<T>(name: string, shape: z.ZodType): z.ZodCustom<T, T> {
  return z.custom<T>().meta({ shape: { name, shape } });
}

export type Shape = { name: string; shape: z.ZodType };

/** What documents a schema, if something does. */
export function shapeOf(schema: z.core.$ZodType): Shape | undefined {
  return z.globalRegistry.get(schema)?.['shape'] as Shape | undefined;
}
