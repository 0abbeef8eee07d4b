import type { FieldRule } from '#fields/field.ts';
import { accountTargets } from '#imports/account-targets.ts';
import { contactTargets } from '#imports/contact-targets.ts';
import { dealTargets } from '#imports/deal-targets.ts';
import { CUSTOM, type ImportNoun, type Target, type TargetKind } from '#imports/import-noun.ts';
import { productTargets } from '#imports/product-targets.ts';
import { userTargets } from '#imports/user-targets.ts';

const fixed: { [noun in ImportNoun]: readonly Target[] } = {
  account: accountTargets,
  contact: contactTargets,
  deal: dealTargets,
  product: productTargets,
  user: userTargets,
};

/** What columns of a file can become: the noun's own fields, then the company's. */
export function targetsOf(noun: ImportNoun, own: readonly FieldRule[]): Target[] {
  return [...fixed[noun], ...own.filter((field) => !field.archived).map(targetOfField)];
}

function targetOfField({ key, label = key, type, choices }: FieldRule): Target {
  const kinds: { [type in FieldRule['type']]: TargetKind } = {
    text: 'text',
    number: 'number',
    day: 'day',
    choice: 'choice',
    choices: 'choices',
    yesNo: 'yesNo',
  };
  const listed = choices.map((choice) => ({ key: choice, zh: choice, en: choice }));
  return {
    key: CUSTOM + key,
    label: { zh: label, en: label },
    kind: kinds[type],
    words: [key],
    ...(listed.length > 0 && { choices: listed }),
  };
}
