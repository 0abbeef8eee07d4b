import { customMergeLines } from '#fields/custom-merge.ts';
import type { Field } from '#fields/field.ts';
import type { Contact } from '#people/contact.ts';
import { contactFieldWords as words } from '#people/contact-field-words.ts';
import { mergeFields, type MergeField } from '#people/contact-merge.ts';
import { sideOf, type MergeChoice, type MergeLine } from '#platform/merge.ts';
import type { Lang } from '#shared/messages.ts';

/** Every field that at least one side knows. */
export function mergeLines(
  winner: Contact,
  loser: Contact,
  fields: readonly Field[],
  choice: MergeChoice,
  lang: Lang,
): MergeLine[] {
  const built = mergeFields.map((field) => {
    const [a, b] = [winner[field], loser[field]];
    return {
      field,
      label: words[field][lang],
      winner: inWords(winner, field),
      loser: inWords(loser, field),
      differs: a !== b,
      side: sideOf(choice, field, a, b),
    };
  });
  const custom = customMergeLines(fields, winner.custom, loser.custom, choice, lang);
  return [...built, ...custom].filter((line) => line.winner !== '' || line.loser !== '');
}

function inWords(contact: Contact, field: MergeField): string {
  // An employer that the reader may not see has no name for her.
  if (field === 'accountId') return contact.accountName ?? (contact.accountId ? '…' : '');
  if (field === 'ownerId') return contact.ownerName ?? '';
  return contact[field] ?? '';
}
