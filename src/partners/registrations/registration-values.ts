import type { RegistrationFields, Terms } from '#partners/registrations/registration.ts';
import type { MinorUnits } from '#shared/money.ts';

/** Terms as they are typed: per cent in whole per cents, a sum in minor units. */
export type TermsValues = { termsKind?: Terms['kind']; percent?: number | null; fixed?: MinorUnits | null };

/** A registration as its form holds it. */
export type RegistrationValues = TermsValues & {
  partnerId: string;
  name: string;
  accountId?: string | null;
  customerName?: string;
  amount?: MinorUnits | null;
  closeOn?: string | null;
  products?: string[];
  brings: string;
  interest?: 'yes' | 'no';
  interestNote?: string;
  termsNote?: string;
  dealId?: string | null;
};

export function termsFrom({ termsKind, percent, fixed }: TermsValues): Terms {
  if (termsKind === 'percent') return { kind: 'percent', percent: Math.round((percent ?? 0) * 100) };
  if (termsKind === 'fixed') return { kind: 'fixed', amount: fixed ?? 0 };
  return { kind: 'none' };
}

export function termsTyped(terms: Terms): TermsValues {
  if (terms.kind === 'percent') return { termsKind: 'percent', percent: terms.percent / 100 };
  return terms.kind === 'fixed' ? { termsKind: 'fixed', fixed: terms.amount } : { termsKind: 'none' };
}

export function fieldsFrom({ interest, customerName, ...values }: RegistrationValues): RegistrationFields {
  const {
    partnerId,
    name,
    accountId,
    amount,
    closeOn,
    products = [],
    brings,
    interestNote,
    termsNote,
    dealId,
  } = values;
  return {
    partnerId,
    name,
    brings,
    products,
    accountId: accountId ?? null,
    customerName: accountId ? null : (customerName?.trim() ?? null),
    amount: amount ?? null,
    currency: 'CNY',
    closeOn: closeOn ?? null,
    interest: interest === 'yes',
    interestNote: interest === 'yes' ? (interestNote ?? null) : null,
    terms: termsFrom(values),
    termsNote: termsNote || null,
    dealId: dealId ?? null,
  };
}
