import { expect, test } from 'vitest';
import type { z } from 'zod';
import { router } from '#app/router.server.ts';
import type { AnyEndpoint } from '#platform/http/handlers.server.ts';
import { everyEndpoint, sampleOf } from './every-endpoint.ts';

/** A change touches what it names and nothing else: no default of a schema slips in. */
const changing = everyEndpoint(router).filter(({ method }) => method === 'PATCH');

test.each(changing.map((endpoint) => [endpoint.name, endpoint] as const))('%s', (_name, endpoint) => {
  const [slice, name] = endpoint.name.split('.') as [keyof typeof router, string];
  const schema = (router[slice] as { [name: string]: AnyEndpoint })[name]!['~orpc'].inputSchema as z.ZodObject;
  const least = sampleOf(endpoint.input, () => undefined) as object;
  expect(Object.keys(schema.parse(least))).toEqual(Object.keys(least));
});

test('there are such endpoints', () => expect(changing.length).toBeGreaterThan(3));
