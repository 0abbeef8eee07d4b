import { CheckCircleFilled, CloseCircleFilled, MinusCircleFilled } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { FaultTable } from '#imports/FaultTable.tsx';
import { mayDo } from '#imports/import-record.ts';
import type { StepProps } from '#imports/ImportPage.tsx';
import { importMessages } from '#imports/imports.messages.ts';
import { importClient } from '#imports/imports.queries.tsx';
import { UndoneNote } from '#imports/UndoneNote.tsx';
import { AskAgain } from '#ui/AskAgain.tsx';
import { localeOf, useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { StatRow, StatTile } from '#ui/StatTile.tsx';
import styles from '#imports/Import.module.css';

const lists = {
  account: '/accounts',
  contact: '/contacts',
  deal: '/deals',
  product: '/settings/products',
  user: '/settings/people',
} as const;

/** What was done; the way back. */
export function ResultStep({ one, onChange }: StepProps) {
  const m = useMessages(importMessages);
  const lang = useLang();
  const [asking, setAsking] = useState(false);
  const undo = useMutation({
    mutationFn: () => importClient.undo({ id: one.id }),
    onSuccess: (next) => onChange(next),
  });
  const goOn = useMutation({
    mutationFn: () => importClient.run({ id: one.id }),
    onSuccess: (next) => onChange(next),
  });
  const { outcome, state } = one;
  const number = (n: number) => n.toLocaleString(localeOf(lang));
  const words = { done: m.done, cancelled: m.cancelled, failed: m.failed, undone: m.undone }[state as 'done'];
  const made = (['accounts', 'products', 'owners', 'teams'] as const)
    .filter((kind) => outcome[kind] > 0)
    .map((kind) => `${m.made[kind]} ${number(outcome[kind])}`);
  return (
    <>
      <div className={styles.verdict} data-state={state} role="status">
        {state === 'done' ? <CheckCircleFilled /> : state === 'failed' ? <CloseCircleFilled /> : <MinusCircleFilled />}
        <span>
          <strong>{words}</strong>
          {one.failure && <small>{one.failure}</small>}
        </span>
      </div>
      <StatRow>
        <StatTile
          label={m.doneCreated}
          value={number(outcome.created)}
          note={made.length > 0 ? m.withMissing(made.join(lang === 'zh' ? '、' : ', ')) : undefined}
        />
        <StatTile label={m.doneUpdated} value={number(outcome.updated)} />
        <StatTile label={m.skipped} value={number(outcome.skipped)} />
        <StatTile label={m.faulty} value={number(outcome.faulty)} />
      </StatRow>
      {one.undone && <UndoneNote undone={one.undone} />}
      {outcome.faulty > 0 && <FaultTable one={one} />}
      {asking && (
        <SectionCard>
          <AskAgain
            hint={m.undoHint}
            keep={m.undoKeep}
            really={m.undoReally}
            busy={undo.isPending}
            onKeep={() => setAsking(false)}
            onReally={() => undo.mutate()}
          />
        </SectionCard>
      )}
      <RefusalAlert error={undo.error ?? goOn.error} />
      <footer className={styles.foot}>
        {mayDo(state, 'undo') && !asking && (
          <Button danger type="text" size="large" onClick={() => setAsking(true)}>
            {m.undo}
          </Button>
        )}
        {mayDo(state, 'run') && (
          <Button size="large" loading={goOn.isPending} onClick={() => goOn.mutate()}>
            {m.goOn}
          </Button>
        )}
        <Button size="large" href={`/import?noun=${one.noun}`}>
          {m.again}
        </Button>
        <Button type="primary" size="large" href={lists[one.noun]}>
          {m.toList[one.noun]}
        </Button>
      </footer>
    </>
  );
}
