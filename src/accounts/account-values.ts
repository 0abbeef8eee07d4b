import type { Account, AccountFields } from '#accounts/account.ts';

/** An account as its form holds it. */
export type AccountValues = Omit<AccountFields, 'custom'> & { custom?: { [key: string]: unknown }; confirm?: boolean };

const cleared = [
  'creditCode',
  'industry',
  'province',
  'city',
  'scale',
  'ownership',
  'address',
  'postCode',
  'site',
  'phone',
  'parentId',
  'source',
] as const;

export function valuesOf(account: Account): AccountValues {
  const { name, aliases, tags, custom } = account;
  const rest = Object.fromEntries(cleared.map((field) => [field, account[field] ?? undefined])) as Pick<
    AccountValues,
    (typeof cleared)[number]
  >;
  return { ...rest, name, aliases, tags, custom };
}

/** What the form left empty is sent as null, which clears it. */
export function sentOf(values: AccountValues, custom: { [key: string]: unknown }): AccountFields {
  const { name, aliases = [], tags = [] } = values;
  const rest = Object.fromEntries(cleared.map((field) => [field, values[field] ?? null]));
  return { ...rest, name, aliases, tags, custom };
}
