import { z } from 'zod';
import { Currency, MinorUnits } from '#shared/money.ts';

/** The company's rules on registrations. */
export const RegistrationPolicy = z.object({
  protectionDays: z.int().min(1).max(730).meta({ description: 'How long an accepted project is protected' }),
  extensionDays: z.int().min(1).max(365).meta({ description: 'By how much it may be extended, once' }),
  remindDays: z.int().min(1).max(90).meta({ description: 'How long before the end its owner is reminded' }),
  currency: Currency.meta({ description: 'Of the limit; terms in another currency always need approval' }),
  mostPercent: z.int().min(0).max(100_00).meta({ description: 'Commission without approval, hundredths of a percent' }),
  mostFixed: MinorUnits.min(0).max(100_000_000_00).meta({ description: 'Fixed sum without approval, minor units' }),
});
export type RegistrationPolicy = z.infer<typeof RegistrationPolicy>;

/** Where a company has set nothing. */
export const defaultPolicy: RegistrationPolicy = {
  protectionDays: 90,
  extensionDays: 60,
  remindDays: 14,
  currency: 'CNY',
  mostPercent: 3_00,
  mostFixed: 30_000_00,
};
