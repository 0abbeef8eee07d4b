import { z } from 'zod';
import { inBoth } from '#shared/input-words.ts';
import { keptKindNames, keptKinds, purposes, type KeptKind } from '#compliance/personal-facts/fact-kind.ts';

/** How a company keeps facts of a kind. */
export const KindPolicy = z.object({
  on: z.boolean().meta({ description: 'Ordinary kinds are on, sensitive ones off, until the company says otherwise' }),
  purposes: z.array(z.enum(purposes)).max(purposes.length).meta({ description: 'For what; each must suit the kind' }),
  days: z.int().min(1).max(3650).meta({ description: 'How long a fact is kept' }),
});
export type KindPolicy = z.infer<typeof KindPolicy>;

/** What a company keeps about its customers' people (Domain §12). */
export const PrivacyPolicy = z.object({
  kinds: z.object(Object.fromEntries(keptKindNames.map((kind) => [kind, checked(kind)])) as unknown as Shape),
  reviewAfterDays: z
    .int()
    .min(90)
    .max(3650)
    .nullable()
    .meta({ description: 'Contacts without activity for so long are listed for review; null: none are' }),
});
export type PrivacyPolicy = z.infer<typeof PrivacyPolicy>;

type Shape = { [kind in KeptKind]: z.ZodType<KindPolicy, KindPolicy> };

function checked(kind: KeptKind) {
  const allowed: readonly string[] = keptKinds[kind].purposes;
  return KindPolicy.refine(({ on, purposes: chosen }) => !on || chosen.length > 0, {
    path: ['purposes'],
    error: inBoth({
      zh: `启用“${keptKinds[kind].zh}”请选定用途`,
      en: `Say what "${keptKinds[kind].en}" is kept for`,
    }),
  }).refine(({ purposes: chosen }) => chosen.every((purpose) => allowed.includes(purpose)), {
    path: ['purposes'],
    error: inBoth({
      zh: `“${keptKinds[kind].zh}”不能用于这个用途`,
      en: `"${keptKinds[kind].en}" cannot be kept for this`,
    }),
  });
}

/** Where a company has set nothing: ordinary kinds for all that suits them, no sensitive one. */
export const defaultPrivacyPolicy: PrivacyPolicy = {
  kinds: Object.fromEntries(
    keptKindNames.map((kind) => {
      const { class: each, days, purposes: allowed } = keptKinds[kind];
      const on = each === 'ordinary';
      return [kind, { on, purposes: on ? [...allowed] : [], days } satisfies KindPolicy];
    }),
  ) as { [kind in KeptKind]: KindPolicy },
  reviewAfterDays: null,
};
