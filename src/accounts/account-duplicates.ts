import { z } from 'zod';
import { Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { nameKey, phoneKey } from '#accounts/account-name.ts';

/** Why two accounts are probably one. */
export const likenesses = ['code', 'name', 'phone'] as const;
export type Likeness = (typeof likenesses)[number];

/**
 * An account that is probably the same. Of one that the asker may not see she learns only that it exists and whose it
 * is (撞单查重), so that the two can talk.
 */
export const Candidate = z.object({
  id: Id.nullable(),
  name: z.string().nullable(),
  ownerName: z.string().nullable(),
  industry: z.string().nullable(),
  place: z.string().nullable().meta({ description: 'City, else province' }),
  createdAt: Instant.nullable(),
  why: z.array(z.enum(likenesses)),
});
export type Candidate = z.infer<typeof Candidate>;

/** The keys that an account is compared by, as its columns hold them. */
export function duplicateKeys(account: { name?: string; creditCode?: string | null; phone?: string | null }) {
  return {
    nameKey: account.name ? nameKey(account.name) : null,
    creditCode: account.creditCode || null,
    phoneKey: phoneKey(account.phone),
  };
}
