import { z } from 'zod';
import { Currency } from '#shared/money.ts';

const days = (most: number) => z.int().min(1).max(most);

/** What a company decides for itself. Every setting has a default, so that nothing has to be set before starting. */
export const CompanySettings = z.object({
  fiscalYearStart: z.int().min(1).max(12).meta({ description: 'Month in which the business year begins' }),
  currency: Currency,
  timeZone: z.string().max(60).refine(isTimeZone),
  invitationDays: days(30).meta({ description: 'Days for which an invitation leads in' }),
  apiKeyDays: days(730).meta({ description: 'Longest life of an API key, days' }),
});
export type CompanySettings = z.infer<typeof CompanySettings>;

export const companyDefaults: CompanySettings = {
  fiscalYearStart: 1,
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  invitationDays: 7,
  apiKeyDays: 365,
};

export const CompanyName = z.string().trim().min(1).max(100);

export const Company = CompanySettings.extend({ name: CompanyName, version: z.int() });
export type Company = z.infer<typeof Company>;

/** Settings as they were kept; what is missing or no longer valid falls back to its default, field by field. */
export function readSettings(kept: unknown): CompanySettings {
  const source = typeof kept === 'object' && kept !== null ? (kept as { [key: string]: unknown }) : {};
  const valid = Object.entries(CompanySettings.shape).filter(([key, schema]) => schema.safeParse(source[key]).success);
  return { ...companyDefaults, ...Object.fromEntries(valid.map(([key]) => [key, source[key]])) };
}

export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
