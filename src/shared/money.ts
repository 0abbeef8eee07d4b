import { z } from 'zod';

/** ISO 4217 code. */
export const Currency = z.string().regex(/^[A-Z]{3}$/);
export type Currency = z.infer<typeof Currency>;

/** An amount in the currency's minor unit (分 for CNY): a safe integer, never a fraction. */
export const MinorUnits = z.int().meta({ description: 'Amount in minor units (分 / cents)' });
export type MinorUnits = number;

export type Money = { amount: MinorUnits; currency: Currency };
