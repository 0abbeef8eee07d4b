import type { Path } from '#method/rule-problems.ts';
import { useDesk } from '#playbooks/studio/desk.tsx';
import { FieldInput } from '#playbooks/studio/FieldInput.tsx';
import type { Field } from '#playbooks/studio/fields.ts';
import { steps } from '#playbooks/studio/place.ts';
import { useLang } from '#ui/lang.tsx';
import styles from '#playbooks/studio/Form.module.css';

/** A field with its label, and what is wrong with what stands in it. */
export function FieldRow({ field, path }: { field: Field; path: Path }) {
  const lang = useLang();
  const { findings } = useDesk();
  const at = [...path, ...steps(field.at)];
  const key = at.join('.');
  const own = findings.filter(({ path: fault }) => fault.join('.') === key || fault.join('.').startsWith(`${key}.`));
  return (
    <div className={styles.row} data-at={key} data-kind={field.kind}>
      <span className={styles.label}>
        {field.label[lang]}
        {field.hint && <small>{field.hint[lang]}</small>}
      </span>
      <div className={styles.input}>
        <FieldInput field={field} path={at} />
        {own.map(({ at: place, words, weight }) => (
          <p key={`${place} ${words.en}`} className={styles.fault} data-weight={weight}>
            {words[lang]}
          </p>
        ))}
      </div>
    </div>
  );
}
