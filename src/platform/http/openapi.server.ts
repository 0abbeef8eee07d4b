import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { AnyRouter } from '@orpc/server';

/** OpenAPI 3.1 of every endpoint, from the contracts. */
export function describeApi(router: AnyRouter) {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(router, {
    info: {
      title: 'Longmen 龙门 API',
      version: '1.0.0',
      description:
        'Amounts are integers in minor units (分). Days are YYYY-MM-DD, instants UTC. ' +
        'Send an Idempotency-Key with every create; send back the version you read with every change.',
    },
    servers: [{ url: '/api' }],
    components: { securitySchemes: { apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' } } },
    security: [{ apiKey: [] }],
  });
}
