import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { shapeOf } from '#platform/http/documented.ts';

/** Converts schemas; documented shapes are collected by name, each once, and referred to. */
export function shapeCollector() {
  const shapes: { [name: string]: object } = {};
  const converter: ZodToJsonSchemaConverter = new ZodToJsonSchemaConverter({
    maxStructureDepth: 20,
    interceptors: [
      (asked) => {
        const { schema, options } = asked;
        const known = shapeOf(schema);
        if (!known) return asked.next();
        const { name, shape } = known;
        if (!shapes[name]) {
          // Named before it is looked into: a shape may hold itself.
          shapes[name] = {};
          shapes[name] = converter.convert(shape, options)[1];
        }
        return [true, { $ref: `#/components/schemas/${name}` }];
      },
    ],
  });
  return { converter, shapes };
}
