import { z } from 'zod';
import { Id } from '#shared/id.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { ApiKey, ApiKeyFields, apiKeyRefusals } from '#session/api-keys/api-key.ts';

/** Keys for programs, sent in the header x-api-key. */
export const apiKeysContract = {
  list: query({
    path: '/api-keys',
    access: 'apiKey.write',
    summary: { zh: 'API 密钥列表', en: 'List API keys' },
    input: z.object({ ended: z.boolean().default(false).meta({ description: 'Also revoked and expired ones' }) }),
    output: z.object({ rows: z.array(ApiKey) }),
  }),
  create: command({
    path: '/api-keys',
    access: 'apiKey.write',
    summary: { zh: '新建 API 密钥', en: 'Create an API key' },
    input: ApiKeyFields,
    output: ApiKey.extend({
      key: z.string().nullable().meta({ description: 'Shown this once; null when a retry gets the kept answer' }),
    }),
    refusals: apiKeyRefusals,
    shownOnce: ['key'],
  }),
  revoke: command({
    method: 'DELETE',
    path: '/api-keys/{id}',
    access: 'apiKey.write',
    summary: { zh: '停用 API 密钥', en: 'Revoke an API key' },
    input: z.object({ id: Id }),
    output: ApiKey,
  }),
};
