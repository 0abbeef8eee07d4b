import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { command, query } from '#platform/http/endpoint.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { describeApi } from '#platform/http/openapi.server.ts';
import { refusalResponses } from '#platform/http/openapi-refusals.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import type { Text } from '#shared/messages.ts';
import { pick, type RefusalKind } from '#shared/refusal.ts';

const contract = {
  show: query({
    path: '/gates/{id}',
    access: 'deal.read',
    summary: { zh: '看关卡', en: 'Show a gate' },
    input: z.object({ id: z.uuid() }),
    output: z.object({ open: z.boolean() }),
  }),
  open: command({
    path: '/gates/{id}/open',
    access: 'deal.override',
    summary: { zh: '开门', en: 'Open it' },
    input: z.object({ id: z.uuid(), version: z.int() }),
    output: z.object({ open: z.boolean() }),
    refusals: pick(platformRefusals, 'record.changed'),
  }),
  knock: query({
    path: '/gates',
    access: 'public',
    summary: { zh: '敲门', en: 'Knock' },
    input: z.object({}),
    output: z.string(),
  }),
};
const handlers = serve(contract, {
  show: async () => ({ open: false }),
  open: async () => ({ open: true }),
  knock: async () => 'who',
});
const document = await describeApi({ gates: handlers });
const open = document.paths['/gates/{id}/open']!['post']!;

describe('an operation', () => {
  test('says who may ask, in both languages what it does', () => {
    expect(open).toMatchObject({
      operationId: 'gates.open',
      'x-permission': 'deal.override',
      'x-summary': { zh: '开门', en: 'Open it' },
      tags: ['gates'],
    });
  });

  test('lists every refusal under its status, with code and words', () => {
    expect(Object.keys(open.responses)).toEqual(['200', '401', '403', '404', '409', '413', '415', '422', '429']);
    expect(open.responses['409']).toMatchObject({
      content: {
        'application/json': { schema: { allOf: [{}, { properties: { code: { enum: ['record.changed'] } } }] } },
      },
      'x-words': { 'record.changed': { zh: expect.stringContaining('有人改过'), en: expect.any(String) } },
    });
    expect(Object.keys((open.responses['422'] as { 'x-words': object })['x-words'])).toEqual([
      'input.invalid',
      'request.keyReused',
    ]);
  });

  test('takes an Idempotency-Key when it changes something; a public one asks for no key', () => {
    const key = { $ref: '#/components/parameters/idempotencyKey' };
    expect(open.parameters).toContainEqual(key);
    expect(document.paths['/gates/{id}']!['get']!.parameters).not.toContainEqual(key);
    expect(document.paths['/gates']!['get']).toMatchObject({ security: [], 'x-permission': 'public' });
  });
});

const told = (words: RefusalKind['words'], example?: unknown) =>
  (refusalResponses({ 'a.b': { status: 409, words, example } })['409'] as { 'x-words': { [code: string]: Text } })[
    'x-words'
  ]['a.b'];

test('words are told with … for what is not known, else by the code', () => {
  expect(told(({ name }: { name: string }) => ({ zh: `已有${name}`, en: `${name} exists` }))).toEqual({
    zh: '已有…',
    en: '… exists',
  });
  expect(told(({ list }: { list: string[] }) => ({ zh: list.map((x) => x).join('、'), en: `${list.length}` }))).toEqual(
    {
      zh: expect.anything(),
      en: '…',
    },
  );
  const table: { [state: string]: { zh: string } } = {};
  expect(told(({ state }: { state: string }) => ({ zh: table[state]!.zh, en: '' }))).toEqual({ zh: 'a.b', en: 'a.b' });
});
