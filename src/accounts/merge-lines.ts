import { accountFieldWords } from '#accounts/account-field-words.ts';
import { accountSources, ownerships, scales, wordOf } from '#accounts/account-lists.ts';
import { mergeFields, type MergeField } from '#accounts/account-merge.ts';
import type { AccountPage } from '#accounts/accounts.contract.ts';
import { customMergeLines } from '#fields/custom-merge.ts';
import type { Field } from '#fields/field.ts';
import { sideOf, type MergeChoice, type MergeLine } from '#platform/merge.ts';
import type { Lang } from '#shared/messages.ts';

/** Every field that at least one side knows. */
export function mergeLines(
  winner: AccountPage,
  loser: AccountPage,
  fields: readonly Field[],
  choice: MergeChoice,
  lang: Lang,
): MergeLine[] {
  const both = new Set([winner.account.id, loser.account.id]);
  // Neither of the two can be above what they become.
  const placed = (page: AccountPage): AccountPage => {
    const { parentId } = page.account;
    return { ...page, account: { ...page.account, parentId: parentId && both.has(parentId) ? null : parentId } };
  };
  const [one, other] = [placed(winner), placed(loser)];
  const built = mergeFields.map((field) => {
    const [a, b] = [one.account[field], other.account[field]];
    const side = sideOf(choice, field, a, b);
    const [left, right] = [inWords(one, field, lang), inWords(other, field, lang)];
    return { field, label: accountFieldWords[field][lang], winner: left, loser: right, differs: a !== b, side };
  });
  const custom = customMergeLines(fields, winner.account.custom, loser.account.custom, choice, lang);
  return [...built, ...custom].filter((line) => line.winner !== '' || line.loser !== '');
}

function inWords({ account, group }: AccountPage, field: MergeField, lang: Lang): string {
  switch (field) {
    case 'scale':
      return wordOf(scales, account.scale, lang);
    case 'ownership':
      return wordOf(ownerships, account.ownership, lang);
    case 'source':
      return wordOf(accountSources, account.source, lang);
    case 'ownerId':
      return account.ownerName ?? '';
    case 'parentId':
      return group.rows.find((row) => row.id === account.parentId)?.name ?? (account.parentId ? '…' : '');
    default:
      return account[field] ?? '';
  }
}
