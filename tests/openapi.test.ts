import { beforeAll, describe, expect, test } from 'vitest';
import { router } from '#app/router.server.ts';
import { describeApi } from '#platform/http/openapi.server.ts';
import { everyEndpoint } from './every-endpoint.ts';

/** What programs read of the API, held against the rules of OpenAPI 3.1 and against the router itself. */
type Responses = { [status: string]: { 'x-words'?: { [code: string]: { zh: string } } } };
type Schema = { [more: string]: unknown };
let document: Awaited<ReturnType<typeof describeApi>>;
const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

beforeAll(async () => {
  // As it goes over the wire.
  document = JSON.parse(JSON.stringify(await describeApi(router)));
});

test('is OpenAPI 3.1 with its required parts', () => {
  expect(document).toMatchObject({
    openapi: expect.stringMatching(/^3\.1\.\d+$/),
    info: { title: expect.any(String), version: expect.any(String) },
  });
  expect(Object.keys(document.paths).filter((path) => !path.startsWith('/'))).toEqual([]);
});

test('holds every endpoint of the router, with its permission and both summaries', () => {
  const said = new Map(operations().map((one) => [one.operation.operationId, one]));
  for (const endpoint of everyEndpoint(router)) {
    const one = said.get(endpoint.name);
    expect(one, endpoint.name).toMatchObject({
      path: endpoint.path,
      method: endpoint.method.toLowerCase(),
      operation: {
        'x-permission': endpoint.meta.access,
        'x-summary': endpoint.meta.summary,
        description: endpoint.meta.summary.en,
      },
    });
    expect(Object.keys(one!.operation.responses), endpoint.name).toEqual(
      expect.arrayContaining(['200', ...Object.values(endpoint.meta.refusals).map(({ status }) => String(status))]),
    );
  }
  expect(said.size).toBe(everyEndpoint(router).length);
});

test('every refusal has words in both languages, none is told by its code alone', () => {
  const bare = operations().flatMap(({ operation }) =>
    Object.values<Responses[string]>(operation.responses).flatMap((response) =>
      Object.entries(response['x-words'] ?? {}).filter(([code, { zh }]) => zh === code),
    ),
  );
  expect([...new Set(bare.map(([code]) => code))]).toEqual([]);
});

describe('structure', () => {
  test('operation ids are unique, each operation answers', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { operation } of operations()) {
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^[2-5]\d\d$/);
        expect(response).toHaveProperty('description');
      }
    }
  });

  test('each part of a path in braces is a required path parameter, and no other', () => {
    for (const { path, operation } of operations()) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters as { in?: string; name: string; required?: boolean }[])
        .filter((parameter) => parameter.in === 'path')
        .map(({ name, required }) => (required ? name : `${name}?`));
      expect(new Set(declared), path).toEqual(new Set(named));
    }
  });

  test('a GET has no body; a parameter has a name, a place and a schema', () => {
    const withBody = operations().filter(({ method, operation }) => method === 'get' && 'requestBody' in operation);
    expect(withBody.map(({ path }) => path)).toEqual([]);
    for (const { path, operation } of operations()) {
      for (const parameter of operation.parameters as { $ref?: string }[]) {
        expect(parameter.$ref ? resolved(parameter.$ref) : parameter, path).toMatchObject({
          name: expect.any(String),
          in: expect.stringMatching(/^(query|path|header|cookie)$/),
          schema: expect.any(Object),
        });
      }
    }
  });

  test('every reference leads somewhere, every schema is one', () => {
    const types = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);
    const all = everyObject(document);
    const dangling = all.map((value) => value['$ref']).filter((to) => typeof to === 'string' && !resolved(to));
    expect(dangling).toEqual([]);
    const schemas = all.filter((value) => 'properties' in value || 'items' in value || 'enum' in value);
    expect(schemas.filter(({ type }) => typeof type === 'string' && !types.has(type))).toEqual([]);
    const unknown = schemas.filter(
      ({ required, properties }) =>
        Array.isArray(required) && required.some((name: string) => !Object.hasOwn(properties ?? {}, name)),
    );
    expect(unknown).toEqual([]);
  });
});

test('no schema says nothing: what may be anything says why', () => {
  const bare = everySchema(document).filter(({ schema }) => {
    const { description, title: _title, default: _default, ...rest } = schema;
    const silent = Object.keys(rest).length === 0 && !description;
    return silent || JSON.stringify(rest) === '{"not":{}}';
  });
  expect(bare.map(({ path }) => path)).toEqual([]);
  for (const name of ['Gate', 'Briefing', 'Explanation', 'EvidenceRecord'])
    expect(document.components.schemas, name).toHaveProperty(name);
});

/** Every place of the document where a schema stands, with its path. */
function everySchema(value: unknown, path = '', here = false): { path: string; schema: Schema }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one, at) => everySchema(one, `${path}/${at}`, here));
  const inside = Object.entries(value).flatMap(([key, inner]) => {
    const named = ['properties', 'patternProperties', '$defs', 'schemas'].includes(key);
    if (named)
      return Object.entries(inner as object).flatMap(([name, one]) => everySchema(one, `${path}/${key}/${name}`, true));
    const schema = ['items', 'schema', 'additionalProperties', 'anyOf', 'allOf', 'oneOf', 'prefixItems'].includes(key);
    return everySchema(inner, `${path}/${key}`, schema);
  });
  return here ? [{ path, schema: value as Schema }, ...inside] : inside;
}

function resolved(reference: string): unknown {
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, name) => (at as Schema | undefined)?.[name.replaceAll('~1', '/')], document);
}

function everyObject(value: unknown): Schema[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(everyObject);
  return Array.isArray(value) ? inside : [value as Schema, ...inside];
}
