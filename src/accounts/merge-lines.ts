import { accountFieldWords } from '#accounts/account-field-words.ts';
import { accountSources, ownerships, scales, wordOf } from '#accounts/account-lists.ts';
import { mergeFields, sideOf, type MergeChoice, type MergeField, type Side } from '#accounts/account-merge.ts';
import type { AccountPage } from '#accounts/accounts.contract.ts';
import { customToText } from '#fields/custom-text.ts';
import { labelOf, type Field } from '#fields/field.ts';
import type { Lang } from '#shared/messages.ts';

/** One field of a merge as it is shown: both values in words, and the side that is taken. */
export type MergeLine = { field: string; label: string; winner: string; loser: string; differs: boolean; side: Side };

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
  const custom = fields.map((one) => {
    const field = `custom.${one.key}`;
    const [a, b] = [winner.account.custom[one.key], loser.account.custom[one.key]];
    const [left, right] = [customToText(a), customToText(b)];
    return {
      field,
      label: labelOf(one, lang),
      winner: left,
      loser: right,
      differs: left !== right,
      side: sideOf(choice, field, a, b),
    };
  });
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
