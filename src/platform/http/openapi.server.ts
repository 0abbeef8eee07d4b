import { OpenAPIGenerator } from '@orpc/openapi';
import type { AnyRouter } from '@orpc/server';
import type { EndpointMeta } from '#platform/http/endpoint.ts';
import type { AnyEndpoint } from '#platform/http/handlers.server.ts';
import { shapeCollector } from '#platform/http/openapi-shapes.server.ts';
import { refusalResponses } from '#platform/http/openapi-refusals.ts';

const info = {
  title: 'Longmen 龙门 API',
  version: '1.0.0',
  description:
    'Amounts are integers in minor units (分). Days are YYYY-MM-DD, instants UTC. ' +
    'Send an Idempotency-Key with every create; send back the version you read with every change. ' +
    'Lists go on with `after` = the `next` of the page before. ' +
    'Everything the business forbids is an answer {code, status, message, data} in the language of Accept-Language.',
};

/** What every refusal looks like; the codes that an operation may give stand with it. */
const Refusal = {
  type: 'object',
  properties: {
    code: { type: 'string', description: 'Names the refusal for programs: noun.reason' },
    status: { type: 'integer' },
    message: { type: 'string', description: 'What happened, why and what to do, in the language asked for' },
    data: { description: 'What the words speak of; of input.invalid: {issues: [{path, message}]}' },
  },
  required: ['code', 'status', 'message'],
};

const parameters = {
  idempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'A key of your own: the same request under the same key is done once.',
    'x-words': {
      zh: '自拟的键：同一个键的同一请求只执行一次。',
      en: 'A key of your own: the same request under the same key is done once.',
    },
    schema: { type: 'string', maxLength: 128 },
  },
  language: {
    name: 'Accept-Language',
    in: 'header',
    description: 'The language of messages.',
    'x-words': { zh: '提示所用的语言。', en: 'The language of messages.' },
    schema: { type: 'string', enum: ['zh', 'en'] },
  },
};

type Operation = {
  operationId?: string;
  tags?: string[];
  parameters?: object[];
  responses: { [status: string]: object };
  [more: string]: unknown;
};
type Document = {
  paths: { [path: string]: { [method: string]: Operation } };
  tags?: object[];
  components: { schemas: { [name: string]: object } };
  [more: string]: unknown;
};

/**
 * OpenAPI 3.1 of every endpoint, from the contracts. Beside the standard's fields an operation has `x-permission` (a
 * permission, 'signedIn' or 'public'), `x-summary` and in its refusals `x-words`, both {zh, en}.
 */
export async function describeApi(router: AnyRouter): Promise<Document> {
  const { converter, shapes } = shapeCollector();
  const generator = new OpenAPIGenerator({ schemaConverters: [converter] });
  const document = (await generator.generate(router, {
    info,
    servers: [{ url: '/api' }],
    components: {
      securitySchemes: {
        apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key', description: 'Settings › API keys 设置 › API 密钥' },
      },
      schemas: { Refusal } as never,
      parameters: parameters as never,
    },
    security: [{ apiKey: [] }],
  })) as unknown as Document;
  Object.assign(document.components.schemas, shapes);
  const metas = metasOf(router as unknown as RouterTree);
  for (const operations of Object.values(document.paths)) {
    for (const operation of Object.values(operations)) {
      const meta = metas.get(operation.operationId ?? '');
      if (meta) complete(operation, meta);
    }
  }
  const tags = Object.values(document.paths).flatMap((operations) =>
    Object.values(operations).flatMap((operation) => operation.tags ?? []),
  );
  document.tags = [...new Set(tags)].toSorted().map((name) => ({ name }));
  return document;
}

function complete(operation: Operation, meta: EndpointMeta): void {
  operation['x-permission'] = meta.access;
  operation['x-summary'] = meta.summary;
  if (meta.access === 'public') operation['security'] = [];
  const headers = meta.kind === 'command' && meta.access !== 'public' ? ['idempotencyKey', 'language'] : ['language'];
  operation.parameters = [
    ...(operation.parameters ?? []),
    ...headers.map((name) => ({ $ref: `#/components/parameters/${name}` })),
  ];
  const done = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
  operation.responses = { ...Object.fromEntries(done), ...refusalResponses(meta.refusals) };
}

type RouterTree = { [slice: string]: { [name: string]: AnyEndpoint } };

/** 'deals.advance' → what its contract says of it. */
function metasOf(router: RouterTree): Map<string, EndpointMeta> {
  return new Map(
    Object.entries(router).flatMap(([slice, endpoints]) =>
      Object.entries(endpoints).map(
        ([name, endpoint]) => [`${slice}.${name}`, endpoint['~orpc'].meta as EndpointMeta] as const,
      ),
    ),
  );
}
