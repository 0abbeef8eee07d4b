import type { CustomValues } from '#fields/custom.ts';
import { customToText } from '#fields/custom-text.ts';
import { labelOf, type Field } from '#fields/field.ts';
import { sideOf, type MergeChoice, type MergeLine } from '#platform/merge.ts';
import type { Lang } from '#shared/messages.ts';

/** The company's own fields in a merge. */
export function customMergeLines(
  fields: readonly Field[],
  winner: CustomValues,
  loser: CustomValues,
  choice: MergeChoice,
  lang: Lang,
): MergeLine[] {
  return fields.map((one) => {
    const field = `custom.${one.key}`;
    const [a, b] = [winner[one.key], loser[one.key]];
    const [left, right] = [customToText(a), customToText(b)];
    const side = sideOf(choice, field, a, b);
    return { field, label: labelOf(one, lang), winner: left, loser: right, differs: left !== right, side };
  });
}
