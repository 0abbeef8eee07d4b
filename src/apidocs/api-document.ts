import type { Text } from '#shared/messages.ts';
import { fold } from '#shared/text.ts';

/** As much of JSON Schema as our contracts use. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  title?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  properties?: { [name: string]: Schema };
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
};

export type Parameter = {
  name: string;
  in: 'query' | 'path' | 'header';
  required?: boolean;
  schema: Schema;
  description?: string;
  'x-words'?: Text;
};

type RawResponse = { content?: { [type: string]: { schema?: Schema } }; 'x-words'?: { [code: string]: Text } };
type RawOperation = {
  operationId: string;
  tags?: string[];
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { content: { [type: string]: { schema?: Schema } } };
  responses: { [status: string]: RawResponse };
  'x-permission'?: string;
  'x-summary'?: Text;
};

/** GET /api/openapi.json, as far as it is read here. */
export type ApiDocument = {
  info: { title: string; version: string; description?: string };
  paths: { [path: string]: { [method: string]: RawOperation } };
  components?: { parameters?: { [name: string]: Parameter }; schemas?: { [name: string]: Schema } };
};

export type Operation = {
  id: string;
  group: string;
  method: string;
  path: string;
  summary: Text;
  permission: string;
  parameters: Parameter[];
  body: Schema | null;
  answer: Schema | null;
  refusals: { status: number; code: string; words: Text }[];
};

/** Every operation of the document, by path and then by method as people read them: first look, then change. */
export function operationsOf(document: ApiDocument): Operation[] {
  const order = ['get', 'post', 'put', 'patch', 'delete'];
  return Object.entries(document.paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, raw]): Operation => ({
        id: raw.operationId,
        group: raw.tags?.[0] ?? '',
        method,
        path,
        summary: raw['x-summary'] ?? { zh: raw.operationId, en: raw.operationId },
        permission: raw['x-permission'] ?? 'signedIn',
        parameters: (raw.parameters ?? []).flatMap((parameter) => parameterOf(document, parameter)),
        body: raw.requestBody?.content['application/json']?.schema ?? null,
        answer: raw.responses['200']?.content?.['application/json']?.schema ?? null,
        refusals: Object.entries(raw.responses).flatMap(([status, { 'x-words': words = {} }]) =>
          Object.entries(words).map(([code, text]) => ({ status: Number(status), code, words: text })),
        ),
      })),
    )
    .toSorted(
      (a, b) =>
        compare(a.group, b.group) || compare(a.path, b.path) || order.indexOf(a.method) - order.indexOf(b.method),
    );
}

function parameterOf(document: ApiDocument, parameter: Parameter | { $ref: string }): Parameter[] {
  if (!('$ref' in parameter)) return [parameter];
  const known = document.components?.parameters?.[parameter.$ref.split('/').at(-1) ?? ''];
  return known ? [known] : [];
}

/** The schema itself or what it refers to. */
export function resolved(document: ApiDocument, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return (name && document.components?.schemas?.[name]) || schema;
}

/** Every typed word is in the operation's path, name, words, permission or refusals. */
export function matching(operations: readonly Operation[], text: string): Operation[] {
  const words = fold(text).split(' ').filter(Boolean);
  if (words.length === 0) return [...operations];
  return operations.filter((operation) => {
    const { id, method, path, summary, permission, refusals } = operation;
    const hay = fold(
      [id, method, path, summary.zh, summary.en, permission, ...refusals.map(({ code }) => code)].join(' '),
    );
    return words.every((word) => hay.includes(word));
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
