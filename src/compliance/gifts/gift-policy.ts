import { z } from 'zod';
import { inBoth } from '#shared/input-words.ts';
import { Currency, MinorUnits } from '#shared/money.ts';

const Most = MinorUnits.min(0).max(100_000_000_00);

/** What one person may get: at a time, and in a calendar year. Minor units of the policy's currency; 0: nothing. */
export const Limit = z.object({ once: Most, year: Most }).refine(({ once, year }) => once <= year, {
  path: ['year'],
  error: inBoth({ zh: '全年上限不能低于单次上限', en: 'The year’s limit cannot be below that of one time' }),
});
export type Limit = z.infer<typeof Limit>;

/** Which limit holds: by what is given and to whom; `received` for what our own people accept. */
export const limitKeys = ['gift', 'hospitality', 'officialGift', 'officialHospitality', 'received'] as const;
export type LimitKey = (typeof limitKeys)[number];

/** The company's limits on gifts and hospitality (Domain §12). */
export const GiftPolicy = z.object({
  currency: Currency.meta({ description: 'Of the limits; what is given in another currency always needs approval' }),
  gift: Limit,
  hospitality: Limit,
  officialGift: Limit,
  officialHospitality: Limit,
  received: Limit,
  freezeSteps: z
    .array(z.string().max(60))
    .max(40)
    .meta({ description: "Buyer's steps, as playbooks name them, during which an account gets nothing" }),
});
export type GiftPolicy = z.infer<typeof GiftPolicy>;

/** Where a company has set nothing. Small enough that nobody's judgement hangs on it; nothing for public officials. */
export const defaultPolicy: GiftPolicy = {
  currency: 'CNY',
  gift: { once: 200_00, year: 500_00 },
  hospitality: { once: 300_00, year: 1_500_00 },
  officialGift: { once: 0, year: 0 },
  officialHospitality: { once: 100_00, year: 300_00 },
  received: { once: 200_00, year: 500_00 },
  freezeSteps: ['tender'],
};
