import { useState } from 'react';
import { MoreOutlined } from '@ant-design/icons';
import { messages } from '#method/method.messages.ts';
import type { NextAct } from '#method/next-act.ts';
import { Chips } from '#ui/Chips.tsx';
import { sourcesFor } from '#deals/gate/evidence-draft.ts';
import { EvidencePad } from '#deals/gate/EvidencePad.tsx';
import { gateMessages } from '#deals/gate/gate.messages.ts';
import { useSaveEvidence } from '#deals/gate/useSaveEvidence.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import type { CheckEvidence } from '#deals/page/deal-optimistic.ts';
import { DayText, InstantText } from '#ui/DayText.tsx';
import { useMessages } from '#ui/lang.tsx';
import { MenuButton } from '#ui/MenuButton.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#deals/gate/EvidenceList.module.css';

/** One record: what, who said it, when, how sure; it may be corrected or taken back, never changed. */
export function EvidenceItem({ one, act }: { one: CheckEvidence; act?: NextAct }) {
  const m = useMessages(gateMessages);
  const words = useMessages(messages);
  const failures = useMessages(failureMessages);
  const { view, commands } = useDeal();
  const save = useSaveEvidence();
  const [doing, setDoing] = useState<'correct' | 'retract'>();
  const { record, stands } = one;
  const people = view.situation.facts.lists.stakeholders ?? [];
  const person = people.find(({ id, name }) => record.source.id !== undefined && (id ?? name) === record.source.id);
  const from = one.sourceName ?? person?.name ?? words.sources[record.source.kind];
  const mayChange = stands && view.page.may.evidence;
  const retract = (reason: string) => {
    setDoing(undefined);
    commands.retractEvidence(record.id, reason).then(
      () => toast(m.retractDone),
      (error: unknown) => toast(wordsOf(error, failures), { tone: 'bad' }),
    );
  };
  return (
    <li className={styles.item} data-fallen={!stands || undefined}>
      <div className={styles.line}>
        <p className={styles.statement}>{record.statement}</p>
        {mayChange && (
          <MenuButton
            label={`${m.correct} / ${m.retract}`}
            className={styles.more}
            button={<MoreOutlined aria-hidden="true" />}
            groups={[
              {
                items: [
                  { key: 'correct', label: m.correct, run: () => setDoing('correct') },
                  { key: 'retract', label: m.retract, danger: true, run: () => setDoing('retract') },
                ],
              },
            ]}
          />
        )}
      </div>
      <p className={styles.meta}>
        <span className={styles.strength} data-strength={record.strength}>
          {words.strengths[record.strength]}
        </span>
        <span>{from}</span>
        <DayText day={record.observedOn} />
        <span className={styles.by} title={one.recordedByName ?? undefined}>
          {one.recordedByName ?? m.anonymous} · <InstantText at={one.recordedAt} />
        </span>
        {!stands && <span className={styles.gone}>{m.retracted}</span>}
      </p>
      {doing === 'retract' && (
        <div className={styles.why}>
          <span>{m.retractWhy}</span>
          <Chips
            label={m.retractWhy}
            value={undefined}
            chips={[
              ...m.retractReasons.map((reason) => ({ value: reason, label: reason })),
              { value: '', label: m.cancel },
            ]}
            onChoose={(reason) => (reason ? retract(reason) : setDoing(undefined))}
          />
        </div>
      )}
      {doing === 'correct' && (
        <EvidencePad
          draft={{
            check: record.check,
            signal: record.signal,
            direction: record.direction,
            statement: record.statement,
            source: { ...record.source, name: one.sourceName ?? person?.name },
            observedOn: record.observedOn,
            retracts: record.id,
          }}
          sources={sourcesFor(act, people)}
          save={save}
          onClose={() => setDoing(undefined)}
        />
      )}
    </li>
  );
}
