import type { Permission } from '#permissions/permission.ts';
import type { Text } from '#shared/messages.ts';

/** What can be imported 导入. */
export const importNouns = ['account', 'contact', 'deal', 'product', 'user'] as const;
export type ImportNoun = (typeof importNouns)[number];

/** Importing asks for what entering by hand asks for, too. */
export const writePermission: { [noun in ImportNoun]: Permission } = {
  account: 'account.write',
  contact: 'contact.write',
  deal: 'deal.write',
  product: 'product.write',
  user: 'team.write',
};

/** What a file's column can become. */
export type Target = {
  key: string;
  label: Text;
  kind: TargetKind;
  required?: true;
  /** Words that stand over such a column in files, beside the label. */
  words: readonly string[];
  /** Stored key → what people write; for kind 'choice' and 'stage'. */
  choices?: readonly (Text & { key: string })[];
};

/**
 * How a cell is read. 'account', 'product', 'owner': the name of a record; 'stage': where a deal stands, open, won or
 * lost; 'externalId': what the other system calls it.
 */
export const targetKinds = [
  'text',
  'tags',
  'number',
  'money',
  'day',
  'choice',
  'choices',
  'yesNo',
  'account',
  'product',
  'owner',
  'stage',
  'externalId',
] as const;
export type TargetKind = (typeof targetKinds)[number];

/** Prefix of a company's own fields among the targets. */
export const CUSTOM = 'custom.';
