import { useQuery } from '@tanstack/react-query';
import { Chips } from '#ui/Chips.tsx';
import type { KnownAnswer } from '#deals/qualify/known-answers.ts';
import { qualifyMessages } from '#deals/qualify/qualify.messages.ts';
import { playbookQuery } from '#playbooks/playbooks.queries.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#deals/qualify/KnownField.module.css';

type Props = {
  playbookId: string;
  version: number;
  value?: readonly KnownAnswer[];
  onChange?: (known: readonly KnownAnswer[]) => void;
};

/** The method's criteria on a new deal: yes, no, or left open, and what the answer rests on. */
export function KnownField({ playbookId, version, value = [], onChange }: Props) {
  const m = useMessages(qualifyMessages);
  const lang = useLang();
  const { data: book } = useQuery(playbookQuery(playbookId, version));
  const checks = book?.stages.flatMap((stage) => stage.checks) ?? [];
  const criteria = (book?.parking?.criteria ?? []).flatMap((id) => checks.filter((check) => check.id === id));
  if (criteria.length === 0) return null;
  const set = (known: KnownAnswer | null, check: string) =>
    onChange?.([...value.filter((one) => one.check !== check), ...(known ? [known] : [])]);
  return (
    <section className={styles.known} aria-label={m.fromStart}>
      <h3>
        {m.criteria} · {m.fromStart}
      </h3>
      <p>{m.fromStartHint}</p>
      <ul>
        {criteria.map(({ id, text }) => {
          const known = value.find(({ check }) => check === id);
          return (
            <li key={id}>
              <span>{text[lang]}</span>
              <Chips
                label={text[lang]}
                value={known?.answer}
                chips={(['yes', 'no'] as const).map((answer) => ({ value: answer, label: m.answers[answer] }))}
                onChoose={(answer) =>
                  set(known?.answer === answer ? null : { check: id, text, answer, basis: known?.basis ?? '' }, id)
                }
              />
              {known && (
                <input
                  aria-label={`${text[lang]} · ${m.basis}`}
                  placeholder={m.basisHint(m.answers[known.answer])}
                  maxLength={500}
                  value={known.basis}
                  onChange={({ target }) => set({ ...known, basis: target.value }, id)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
