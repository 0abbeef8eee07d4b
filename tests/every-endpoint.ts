import { z } from 'zod';
import type { EndpointMeta } from '#platform/http/endpoint.ts';
import type { AnyEndpoint } from '#platform/http/handlers.server.ts';

/** An endpoint of the API as tests that walk all of them need it. */
export type Walked = {
  name: string;
  slice: string;
  meta: EndpointMeta;
  method: string;
  /** '/deals/{id}/evidence' */
  path: string;
  /** JSON schema of the input. */
  input: Schema;
};
export type Schema = { [more: string]: unknown; properties?: { [name: string]: Schema } };

export function everyEndpoint(router: { [slice: string]: object }): Walked[] {
  return Object.entries(router).flatMap(([slice, procedures]) =>
    Object.entries(procedures as { [name: string]: AnyEndpoint }).map(([name, endpoint]) => {
      const { meta, route, inputSchema } = endpoint['~orpc'];
      const schema = z.toJSONSchema(inputSchema as z.ZodType, { io: 'input', unrepresentable: 'any' }) as Schema;
      return {
        name: `${slice}.${name}`,
        slice,
        meta: meta as EndpointMeta,
        method: route.method ?? 'POST',
        path: route.path ?? '',
        input: schema,
      };
    }),
  );
}

/** Chooses a value for a place in an input; undefined leaves it to the schema. */
export type Fill = (name: string, schema: Schema) => unknown;

/** The smallest value that a JSON schema takes, with the places that `fill` knows filled in. */
export function sampleOf(schema: Schema, fill: Fill, name = '', root: Schema = schema): unknown {
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const target =
      reference === '#' ? root : (root['$defs'] as { [id: string]: Schema })[reference.split('/').at(-1)!]!;
    return sampleOf(target, fill, name, root);
  }
  const filled = fill(name, schema);
  if (filled !== undefined) return filled;
  if (schema['const'] !== undefined) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  if (schema['default'] !== undefined) return schema['default'];
  const choice = (schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']) as Schema[] | undefined;
  if (choice?.[0]) return sampleOf(choice[0], fill, name, root);
  switch (schema['type']) {
    case 'object': {
      const required = (schema['required'] ?? []) as string[];
      const properties = Object.entries(schema.properties ?? {});
      return Object.fromEntries(
        properties
          .filter(([key, inner]) => required.includes(key) || fill(key, inner) !== undefined)
          .map(([key, inner]) => [key, sampleOf(inner, fill, key, root)]),
      );
    }
    case 'array':
      return Array.from({ length: Math.max(1, Number(schema['minItems'] ?? 0)) }, () =>
        sampleOf((schema['items'] ?? {}) as Schema, fill, name, root),
      );
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema['minimum'] ?? 1));
    case 'boolean':
      return true;
    default:
      return sampleText(schema);
  }
}

function sampleText(schema: Schema): string {
  if (schema['format'] === 'uuid') return '018f0000-0000-7000-8000-000000000000';
  if (schema['format'] === 'date') return '2026-01-05';
  if (schema['format'] === 'date-time') return '2026-01-05T00:00:00.000Z';
  if (schema['format'] === 'email') return 'somebody@example.com';
  if (schema['pattern'] === '^[A-Z]{3}$') return 'CNY';
  return 'x'.repeat(Math.max(3, Number(schema['minLength'] ?? 0)));
}

/** The HTTP request of an endpoint with this input. */
export function requestOf({ method, path, input }: Walked, value: { [key: string]: unknown }): Request {
  const rest = { ...value };
  const filled = path.replaceAll(/\{\+?(\w+)\}/g, (_all, key: string) => {
    const part = encodeURIComponent(String(rest[key]).toWellFormed());
    delete rest[key];
    return part;
  });
  const url = new URL(`http://test/api${filled}`);
  if (method !== 'GET') {
    return new Request(url, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(rest) });
  }
  for (const [key, inner] of Object.entries(rest)) {
    if (input.properties?.[key] && ['string', 'number', 'boolean'].includes(typeof inner))
      url.searchParams.set(key, inner as string);
  }
  return new Request(url);
}
