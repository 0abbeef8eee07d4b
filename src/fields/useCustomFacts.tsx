import type { CustomValues } from '#fields/custom.ts';
import { CustomValueText } from '#fields/CustomValueText.tsx';
import { labelOf, type CustomNoun } from '#fields/field.ts';
import { useFields } from '#fields/fields.queries.tsx';
import type { KnownFact } from '#ui/KnownFacts.tsx';
import { useLang } from '#ui/lang.tsx';

/** The company's own fields among what is known of a record. */
export function useCustomFacts(noun: CustomNoun, custom: CustomValues): KnownFact[] {
  const lang = useLang();
  return useFields(noun).map((field) => {
    const value = custom[field.key];
    return {
      label: labelOf(field, lang),
      value: value !== undefined && <CustomValueText field={field} value={value} />,
    };
  });
}
