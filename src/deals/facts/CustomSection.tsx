import { CustomValueText } from '#fields/CustomValueText.tsx';
import { labelOf } from '#fields/field.ts';
import { useFields } from '#fields/fields.queries.tsx';
import { factMessages } from '#deals/facts/facts.messages.ts';
import styles from '#deals/facts/FactLine.module.css';
import { useDeal } from '#deals/page/deal-context.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import type { CustomValues } from '#fields/custom.ts';

/** The company's own fields of a deal; they are edited with the deal. */
export function CustomSection() {
  const m = useMessages(factMessages);
  const lang = useLang();
  const fields = useFields('deal');
  const custom = useDeal().view.page.deal.custom as CustomValues;
  if (fields.length === 0) return null;
  return (
    <SectionCard title={m.customTitle}>
      {fields.map((field) => (
        <div key={field.key} className={styles.line}>
          <span className={styles.name}>{labelOf(field, lang)}</span>
          <span className={styles.value}>
            <CustomValueText field={field} value={custom[field.key]} />
          </span>
        </div>
      ))}
    </SectionCard>
  );
}
