import { describe, expect, test } from 'vitest';
import { matching, operationsOf, type ApiDocument, type Schema } from '#apidocs/api-document.ts';
import { curlOf, exampleOf } from '#apidocs/request-example.ts';
import { lineOf, schemaLines } from '#apidocs/schema-tree.ts';

const words = { zh: '推进', en: 'Advance' };
const document: ApiDocument = {
  info: { title: 'T', version: '1' },
  components: {
    parameters: { key: { name: 'Idempotency-Key', in: 'header', schema: { type: 'string' } } },
    schemas: { Base: { type: 'object', properties: { code: { type: 'string' } }, required: ['code'] } },
  },
  paths: {
    '/deals/{id}/advance': {
      post: {
        operationId: 'deals.advance',
        tags: ['deals'],
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
          { $ref: '#/components/parameters/key' },
        ],
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: { version: { type: 'integer' }, note: { type: 'string', maxLength: 9 } },
                required: ['version'],
              },
            },
          },
        },
        responses: { '200': {}, '409': { 'x-words': { 'gate.closed': { zh: '关卡未开', en: 'shut' } } } },
        'x-permission': 'deal.advance',
        'x-summary': words,
      },
    },
    '/deals': { get: { operationId: 'deals.list', tags: ['deals'], responses: {}, 'x-permission': 'public' } },
  },
};
const operations = operationsOf(document);

describe('operations', () => {
  test('are read with their parameters, permission and refusals', () => {
    expect(operations.map(({ id }) => id)).toEqual(['deals.list', 'deals.advance']);
    expect(operations[1]).toMatchObject({
      summary: words,
      permission: 'deal.advance',
      parameters: [{ name: 'id' }, { name: 'Idempotency-Key' }],
      refusals: [{ status: 409, code: 'gate.closed', words: { zh: '关卡未开' } }],
    });
  });

  test.each([
    ['推进', 1],
    ['POST deals', 1],
    ['gate.closed', 1],
    ['deal.advance', 1],
    ['deals', 2],
    ['', 2],
    ['nothing here', 0],
  ])('%j finds %i', (text, count) => {
    expect(matching(operations, text)).toHaveLength(count);
  });
});

describe('a schema as lines', () => {
  const schema: Schema = {
    type: 'object',
    properties: {
      id: { type: 'string', format: 'uuid' },
      name: { type: 'string', minLength: 1, maxLength: 200, description: 'Its name' },
      closeOn: { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] },
      state: { enum: ['open', 'won'], type: 'string', default: 'open' },
      tags: { type: 'array', items: { type: 'string', maxLength: 40 }, maxItems: 30 },
      lines: { type: 'array', items: { type: 'object', properties: { amount: { type: 'integer', minimum: 0 } } } },
      custom: { type: 'object', additionalProperties: { type: 'number' } },
      refusal: {
        allOf: [{ $ref: '#/components/schemas/Base' }, { type: 'object', properties: { more: { type: 'boolean' } } }],
      },
    },
    required: ['id'],
  };
  const lines = new Map(schemaLines(document, schema).map((line) => [line.name, line]));

  test('says type, limits, choices, default and whether it must be there', () => {
    expect(lines.get('id')).toMatchObject({ type: ['id'], required: true, limits: null });
    expect(lines.get('name')).toMatchObject({
      type: ['text'],
      limits: '1–200',
      description: 'Its name',
      required: false,
    });
    expect(lines.get('closeOn')!.type).toEqual(['day', 'nothing']);
    expect(lines.get('state')).toMatchObject({ choices: ['open', 'won'], byDefault: '"open"' });
    expect(lines.get('tags')).toMatchObject({ type: ['list', 'text'], limits: '≤ 40' });
  });

  test('opens objects, lists of objects, maps, and what is put together of parts', () => {
    expect(lines.get('lines')!.children.map(({ name, limits }) => `${name} ${limits}`)).toEqual(['amount ≥ 0']);
    expect(lines.get('custom')).toMatchObject({ type: ['map'], children: [{ name: '*', type: ['number'] }] });
    expect(lines.get('refusal')!.children.map(({ name, required }) => [name, required])).toEqual([
      ['code', true],
      ['more', false],
    ]);
  });

  test('a schema that contains itself comes to an end', () => {
    const loop: Schema = { type: 'object', properties: {} };
    loop.properties!['again'] = loop;
    expect(lineOf(document, 'loop', loop, true).children).toHaveLength(1);
    expect(exampleOf(document, { ...loop, required: ['again'] })).toBeDefined();
  });
});

test('the request as a command: path filled, key from the environment, body with what must be there', () => {
  expect(curlOf(document, operations[1]!, 'https://crm.example')).toBe(
    [
      "curl -X POST 'https://crm.example/api/deals/0199aa00-0000-7000-8000-000000000000/advance'",
      '-H "x-api-key: $LONGMEN_KEY"',
      '-H "idempotency-key: $(uuidgen)"',
      "-H 'content-type: application/json'",
      `-d '{"version":1}'`,
    ].join(' \\\n  '),
  );
  expect(curlOf(document, operations[0]!, 'https://crm.example')).toBe("curl 'https://crm.example/api/deals'");
});
