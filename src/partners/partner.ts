import { z } from 'zod';
import { CreditCode } from '#accounts/account.ts';
import { duplicateKeys, likenesses } from '#accounts/account-duplicates.ts';
import { Day, Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';

export const partnerKinds = ['dealer', 'agent', 'institute', 'integrator', 'consultant', 'referrer', 'other'] as const;
export type PartnerKind = (typeof partnerKinds)[number];

export const partnerStates = ['prospect', 'active', 'suspended', 'ended'] as const;
export type PartnerState = (typeof partnerStates)[number];

/** An organisation that sells with us 渠道伙伴 (Domain §4: channel nodes outside the customer). */
export const PartnerFields = z.object({
  name: z.string().trim().min(2).max(200),
  kind: z.enum(partnerKinds),
  creditCode: CreditCode.nullish(),
  province: z.string().trim().max(40).nullish(),
  city: z.string().trim().max(40).nullish(),
  contractFrom: Day.nullish(),
  contractUntil: Day.nullish().meta({ description: 'The last day of the contract' }),
  note: z.string().trim().max(2000).nullish(),
});
export type PartnerFields = z.infer<typeof PartnerFields>;

export const Partner = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(partnerKinds),
  creditCode: z.string().nullable(),
  province: z.string().nullable(),
  city: z.string().nullable(),
  state: z.enum(partnerStates),
  stateReason: z.string().nullable(),
  contractFrom: Day.nullable(),
  contractUntil: Day.nullable(),
  note: z.string().nullable(),
  ownerId: Id,
  ownerName: z.string(),
  protectedCount: z
    .int()
    .meta({ description: 'Registrations under protection, those that the reader may not see too' }),
  rivals: z.array(z.string()).meta({ description: 'Rivals that it also sells for' }),
  version: z.int(),
  createdAt: Instant,
  updatedAt: Instant,
  mine: z.boolean().meta({ description: 'Hers to change: she looks after it, or leads who does' }),
});
export type Partner = z.infer<typeof Partner>;

/** A partner that is probably the same. Partners are no secret within the company: each is named. */
export const PartnerCandidate = z.object({
  id: Id,
  name: z.string(),
  ownerName: z.string(),
  why: z.array(z.enum(likenesses).exclude(['phone'])),
});
export type PartnerCandidate = z.infer<typeof PartnerCandidate>;

/** Compared as accounts are, by name and code. */
export function partnerKeys({
  name,
  creditCode,
}: {
  name?: string | undefined;
  creditCode?: string | null | undefined;
}) {
  const { nameKey, creditCode: code } = duplicateKeys({
    ...(name !== undefined && { name }),
    creditCode: creditCode ?? null,
  });
  return { nameKey, code };
}
