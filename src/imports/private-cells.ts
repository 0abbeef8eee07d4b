import {
  classOf,
  forbiddenKinds,
  kindWords,
  type ForbiddenKind,
  type PrivateKind,
} from '#compliance/personal-facts/fact-kind.ts';
import { refuseNumbers } from '#compliance/private-facts.ts';
import { privateLabel } from '#compliance/private-labels.ts';
import { refuseWritten, refuseWrittenOfHer, writtenWords } from '#compliance/written-text.ts';
import type { Text } from '#shared/messages.ts';
import { CUSTOM, type ImportNoun, type Target } from '#imports/import-noun.ts';

/**
 * What a file tells of a private life is refused as it is where somebody writes it by hand (Domain §12), cell by cell:
 * the row is not taken, and says why.
 */
export type CellCheck = (text: string) => Text | null;

/** Fields in which people write as they like. */
const written: { readonly [noun in ImportNoun]?: readonly string[] } = {
  account: ['address', 'tags'],
  contact: ['title', 'department', 'tags'],
  deal: ['note', 'tags'],
};
/** Names, numbers and addresses: an ID number finds its way into them. */
const numbered: { readonly [noun in ImportNoun]?: readonly string[] } = {
  account: ['name', 'phone'],
  contact: ['name', 'lastName', 'firstName', 'externalId', 'mobile', 'phone', 'email', 'wechat'],
  deal: ['name'],
};

/** @param header what the column is called in the file, in Chinese where it is a card's; absent for a constant */
export function cellCheck(noun: ImportNoun, { key, kind, label }: Target, header = ''): CellCheck | undefined {
  const named = noun === 'contact' ? (headed(header) ?? headed(label.zh)) : undefined;
  if (named) return () => columnWords(named);
  const own = key.startsWith(CUSTOM) && kind === 'text';
  const refuse = noun === 'contact' ? refuseWrittenOfHer : refuseWritten;
  if (own || written[noun]?.includes(key)) return (text) => writtenWords(refuse(text));
  return numbered[noun]?.includes(key) ? (text) => writtenWords(refuseNumbers(text)) : undefined;
}

const headed = (text: string) => privateLabel(text.normalize('NFKC'));

/** A whole column of it: nobody has asked each person. */
function columnWords(kind: PrivateKind): Text {
  const { zh, en } = kindWords(kind);
  if (classOf(kind) === 'sensitive')
    return {
      zh: `“${zh}”是敏感信息，须先取得本人同意，不能成批导入。请把这一列设为“不导入”；征得同意后，在联系人的“个人信息”里逐条记录`,
      en: `This column holds sensitive data (${en.toLowerCase()}): it is kept only with each person's consent and is not imported. Leave the column out; with consent, record it under "Personal facts" on the contact`,
    };
  const { why } = forbiddenKinds[kind as ForbiddenKind];
  return {
    zh: `不能记录${zh}：${why.zh}请把这一列设为“不导入”`,
    en: `This column holds ${en}. ${why.en} Leave the column out`,
  };
}
