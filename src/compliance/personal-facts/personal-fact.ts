import { z } from 'zod';
import { Day, Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import type { Text } from '#shared/messages.ts';
import { factClasses, keptKindNames, factKinds, purposes } from '#compliance/personal-facts/fact-kind.ts';

/**
 * On what ground a fact is kept: the individual's consent, a contract with her, a duty by law, what she or the law has made
 * public (PIPL art. 13 knows these), or a legitimate interest where a foreign law (GDPR art. 6) holds.
 */
export const bases = ['public', 'consent', 'contract', 'duty', 'interest'] as const;
export type Basis = (typeof bases)[number];

export const basisWords: { readonly [basis in Basis]: Text } = {
  consent: { zh: '本人同意', en: 'Consent' },
  public: { zh: '本人公开或已合法公开', en: 'Made public lawfully' },
  contract: { zh: '订立、履行合同所必需', en: 'Needed for a contract' },
  duty: { zh: '履行法定义务所必需', en: 'A duty by law' },
  interest: { zh: '正当利益（仅适用境外法律时）', en: 'Legitimate interest (foreign law only)' },
};

/** Why a fact has no value any more. */
export const blankings = ['withdrawn', 'expired', 'removed', 'erased'] as const;
export type Blanking = (typeof blankings)[number];

const line = (most: number) => z.string().trim().min(2).max(most);

/** When somebody agreed, how, and to what. */
export const Consent = z.object({
  on: Day,
  how: line(200).meta({ description: 'As it was given: in a meeting, by e-mail, on a form' }),
  scope: line(300).meta({ description: 'What she agreed to' }),
});
export type Consent = z.infer<typeof Consent>;

/** A fact as it is recorded (Domain §12). */
export const FactFields = z.object({
  kind: z.enum(factKinds).meta({ description: 'Forbidden kinds are refused with the reason' }),
  value: z.string().trim().min(1).max(500),
  basis: z.enum(bases),
  source: line(200).meta({ description: 'Where we know it from' }),
  purpose: z.enum(purposes),
  reason: z.string().trim().max(300).nullish().meta({ description: 'Why it is needed; asked for sensitive kinds' }),
  consent: Consent.nullish().meta({ description: 'Needed where the basis is consent' }),
  expiresOn: Day.nullish().meta({ description: 'Last day it is kept; absent: as long as the company keeps this kind' }),
});
export type FactFields = z.infer<typeof FactFields>;

export const PersonalFact = z.object({
  id: Id,
  kind: z.enum(keptKindNames),
  class: z.enum(factClasses),
  value: z.string().nullable().meta({ description: 'null: masked, or blanked' }),
  masked: z.boolean(),
  basis: z.enum(bases),
  source: z.string(),
  purpose: z.enum(purposes),
  reason: z.string().nullable(),
  consent: Consent.nullable(),
  expiresOn: Day,
  recordedByName: z.string(),
  recordedAt: Instant,
  blankedAt: Instant.nullable(),
  blankedWhy: z.enum(blankings).nullable(),
  version: z.int(),
});
export type PersonalFact = z.infer<typeof PersonalFact>;
