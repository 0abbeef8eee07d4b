import { ownerships, scales, wordOf } from '#accounts/account-lists.ts';
import type { Lang } from '#shared/messages.ts';
import type { AccountField } from '#information/information-fact.ts';
import type { AccountInformation } from '#information/information.contract.ts';

/** A field of the account in words; null: not filled. */
export function fieldWords(account: AccountInformation['account'], field: AccountField, lang: Lang): string | null {
  if (field === 'scale') return wordOf(scales, account.scale, lang) || null;
  if (field === 'ownership') return wordOf(ownerships, account.ownership, lang) || null;
  return account[field] || null;
}
