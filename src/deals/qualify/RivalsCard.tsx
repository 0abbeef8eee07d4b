import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { compareRivals, underModel } from '#method/scorecard-facts.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { qualifyMessages } from '#deals/qualify/qualify.messages.ts';
import { RivalBlock } from '#deals/qualify/RivalBlock.tsx';
import { type RivalRows, withRival } from '#deals/qualify/rival-rows.ts';
import { scorecardOf } from '#evaluation/evaluation.ts';
import { evaluationQuery } from '#evaluation/evaluation.queries.tsx';
import { useMessages } from '#ui/lang.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#deals/qualify/Rivals.module.css';

/** 对手对比: each named rival by the same yardstick, side by side with us. */
export function RivalsCard() {
  const m = useMessages(qualifyMessages);
  const failures = useMessages(failureMessages);
  const [name, setName] = useState('');
  const { view, commands, readOnly } = useDeal();
  const { facts } = view.page.deal;
  const held = useQuery(evaluationQuery()).data;
  const rows = facts.lists.rivalRatings ?? [];
  const rivals = compareRivals(facts);
  const keep = (next: (rows: RivalRows) => RivalRows) =>
    void commands
      .recordFacts(
        ({ lists }) => ({ lists: { rivalRatings: [...next(lists.rivalRatings ?? [])] } }),
        (then) => (held ? underModel(then, held.version, scorecardOf(held.model)) : then),
      )
      .catch((error: unknown) => toast(wordsOf(error, failures), { tone: 'bad' }));
  const add = () => {
    const typed = name.trim();
    if (rivals.some((rival) => rival.name === typed)) {
      toast(m.rivalKnown, { tone: 'bad' });
    } else if (typed) {
      setName('');
      keep((known) => withRival(known, typed));
    }
  };
  return (
    <SectionCard title={m.rivals} note={rivals.length || undefined}>
      <p className={styles.hint}>{m.rivalsHint}</p>
      {rivals.map((rival) => (
        <RivalBlock key={rival.name} rival={rival} rows={rows} onKeep={keep} />
      ))}
      {!readOnly && (
        <form
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <input
            aria-label={m.rivalName}
            placeholder={m.rivalName}
            maxLength={100}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <button type="submit" disabled={!name.trim()}>
            {m.addRival}
          </button>
        </form>
      )}
    </SectionCard>
  );
}
