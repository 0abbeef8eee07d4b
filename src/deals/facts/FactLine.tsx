import { useState, type ReactNode } from 'react';
import { EditOutlined } from '@ant-design/icons';
import type { Scalar } from '#method/fact-type.ts';
import { definitionOf, valueWords } from '#deals/facts/fact-groups.ts';
import { FactInput } from '#deals/facts/FactInput.tsx';
import { factMessages } from '#deals/facts/facts.messages.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { dayWords } from '#ui/day-words.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { failureMessages, isRefused, wordsOf } from '#ui/refused.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#deals/facts/FactLine.module.css';

type Props = {
  fact: string;
  /** Words other than "name · value", as a rule explains itself; the edit stays the same. */
  children?: ReactNode;
};

/** One fact, read and recorded in place: a tap opens it, a tap answers it, the toast takes it back. */
export function FactLine({ fact, children }: Props) {
  const m = useMessages(factMessages);
  const failures = useMessages(failureMessages);
  const lang = useLang();
  const { view, commands, readOnly } = useDeal();
  const [editing, setEditing] = useState(false);
  /** What I chose while somebody else changed the record. */
  const [mine, setMine] = useState<Scalar | null>();
  const definition = definitionOf(fact);
  if (!definition) return null;
  const name = definition.name[lang];
  const values: { readonly [id: string]: Scalar | undefined } = view.page.deal.facts.values;
  const value = values[fact];
  const inWords = (some: Scalar) =>
    valueWords(definition, some, lang, {
      yes: m.yes,
      no: m.no,
      buyerStage: (id) => view.playbook.buyerStages.find((stage) => stage.id === id)?.name[lang] ?? id,
      day: (day) => dayWords(day, view.today, lang),
    });
  const shown = (some: Scalar) =>
    definition.type.kind === 'number' && definition.type.unit === 'minorUnits' ? (
      <MoneyText amount={Number(some)} currency={view.page.deal.currency} />
    ) : (
      inWords(some)
    );

  const keep = async (next: Scalar | null, undoable = true) => {
    setEditing(false);
    setMine(undefined);
    try {
      await commands.recordFacts({ values: { [fact]: next } });
      const undo = undoable ? () => void keep(value ?? null, false) : undefined;
      toast(next === null ? m.clearedFact(name) : m.recordedFact(name, inWords(next)), { undo });
    } catch (error) {
      if (isRefused(error, 'record.changed')) setMine(next);
      else toast(wordsOf(error, failures), { tone: 'bad' });
    }
  };

  return (
    <div className={styles.fact} data-editing={editing || undefined}>
      <div className={styles.line}>
        {children ?? (
          <>
            <span className={styles.name}>{name}</span>
            <span className={styles.value} data-none={value === undefined || undefined}>
              {value === undefined ? m.notRecorded : shown(value)}
            </span>
          </>
        )}
        {!readOnly && (
          <button type="button" className={styles.edit} aria-expanded={editing} onClick={() => setEditing(!editing)}>
            {value === undefined ? m.record : <EditOutlined aria-label={`${m.change}${name}`} />}
          </button>
        )}
      </div>
      {editing && (
        <div className={styles.input}>
          <FactInput
            label={name}
            type={definition.type}
            value={value}
            onKeep={(next) => void keep(next)}
            onCancel={() => setEditing(false)}
          />
        </div>
      )}
      {mine !== undefined && (
        <div role="alert" className={styles.conflict}>
          <span>{value === undefined ? m.conflictCleared : m.conflict(inWords(value))}</span>
          <strong>{mine === null ? m.clear : inWords(mine)}</strong>
          <button type="button" onClick={() => void keep(mine)}>
            {m.keepMine}
          </button>
          <button type="button" onClick={() => setMine(undefined)}>
            {m.keepTheirs}
          </button>
        </div>
      )}
    </div>
  );
}
