import { z } from 'zod';
import { permissions, type Permission } from '#permissions/permission.ts';
import { can, type Actor } from '#permissions/actor.ts';
import { addDays, Instant, type Day } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { refuse, type RefusalKinds } from '#shared/refusal.ts';

export const KEY_PREFIX = 'lm_';

/** What a program may do for the person who made the key; never more than she may herself (Domain §17). */
export const ApiKeyFields = z.object({
  name: z.string().trim().min(1).max(80).meta({ description: 'What the key is for' }),
  permissions: z.array(z.enum(permissions)).min(1),
  days: z.int().min(1).max(730).default(90).meta({ description: 'Days until it expires' }),
});
export type ApiKeyFields = z.infer<typeof ApiKeyFields>;

export const ApiKey = z.object({
  id: Id,
  name: z.string(),
  start: z.string().meta({ description: 'The first characters, to tell keys apart' }),
  permissions: z.array(z.enum(permissions)),
  userId: Id,
  userName: z.string(),
  createdAt: Instant,
  expiresAt: Instant.nullable(),
  lastUsedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;

export const apiKeyRefusals = {
  'apiKey.tooBroad': {
    status: 403,
    words: (data: { permissions: Permission[] }) => ({
      zh: `密钥的权限不能超出您本人的权限。请去掉：${data.permissions.join('、')}。`,
      en: `A key may not do more than you may. Leave out: ${data.permissions.join(', ')}.`,
    }),
  },
  'apiKey.tooLong': {
    status: 422,
    words: (data: { most: number }) => ({
      zh: `公司规定密钥最长 ${data.most} 天，请缩短有效期。`,
      en: `Your company allows keys of at most ${data.most} days; choose fewer.`,
    }),
  },
} satisfies RefusalKinds;

export type KeyDecision = { name: string; permissions: Permission[]; expiresAt: Instant };

export function decideApiKey(actor: Actor, fields: ApiKeyFields, today: Day, mostDays: number) {
  const tooBroad = fields.permissions.filter((permission) => !can(actor, permission));
  if (tooBroad.length > 0) return refuse('apiKey.tooBroad', { permissions: tooBroad });
  if (fields.days > mostDays) return refuse('apiKey.tooLong', { most: mostDays });
  const chosen = permissions.filter((permission) => fields.permissions.includes(permission));
  return {
    name: fields.name,
    permissions: chosen,
    expiresAt: `${addDays(today, fields.days)}T00:00:00.000Z`,
  } satisfies KeyDecision;
}
