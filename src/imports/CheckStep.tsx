import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Import } from '#imports/import-record.ts';
import type { StepProps } from '#imports/ImportPage.tsx';
import { FaultTable } from '#imports/FaultTable.tsx';
import { importClient } from '#imports/imports.queries.tsx';
import { LeftOutNote } from '#imports/LeftOutNote.tsx';
import { MissingLine } from '#imports/MissingLine.tsx';
import { QuirkLine } from '#imports/QuirkLine.tsx';
import { creatable, grouped } from '#imports/import-quirk.ts';
import type { MissingKind } from '#imports/import-plan.ts';
import { useImportMessages } from '#imports/useImportMessages.tsx';
import { localeOf, useLang } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { StatRow, StatTile } from '#ui/StatTile.tsx';
import styles from '#imports/Import.module.css';

type Taken = { [target: string]: { [text: string]: string } };

/** What the import would do, and what is worth a look before it does. */
export function CheckStep({ one, onChange, onBack }: StepProps & { onBack: () => void }) {
  const m = useImportMessages(one);
  const lang = useLang();
  const [taken, setTaken] = useState<Taken>({});
  const [create, setCreate] = useState<readonly MissingKind[]>([]);
  const run = useMutation({
    mutationFn: () => importClient.run({ id: one.id }),
    onSuccess: (next) => onChange(next),
  });
  const recheck = useMutation({
    mutationFn: () => importClient.check({ id: one.id, plan: withTaken(one.plan!, taken, create) }),
    onSuccess: (next) => onChange(next),
  });
  if (!one.report || !one.plan) return null;
  const { counts, quirks } = one.report;
  const number = (n: number) => n.toLocaleString(localeOf(lang));
  const total = counts.created + counts.updated;
  const made = (['accounts', 'products', 'owners', 'teams'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${m.made[kind]} ${number(counts[kind])}`);
  const isTaken = (target: string, text: string) => taken[target]?.[text] !== undefined;
  const changed = Object.keys(taken).length + create.length > 0;
  const { missing, others } = grouped(quirks);
  return (
    <>
      <StatRow>
        <StatTile
          label={m.created}
          value={number(counts.created)}
          note={made.length > 0 ? m.withMissing(made.join(lang === 'zh' ? '、' : ', ')) : undefined}
        />
        <StatTile label={m.updated} value={number(counts.updated)} />
        <StatTile label={m.skipped} value={number(counts.skipped)} />
        <StatTile label={m.faulty} value={number(counts.faulty)} tone="bad" />
      </StatRow>
      <LeftOutNote one={one} />
      <SectionCard title={m.quirks} note={quirks.length || undefined} flush={quirks.length > 0}>
        {quirks.length === 0 && <p className={styles.quiet}>{m.quirksNone}</p>}
        {missing.map(({ kind, quirks: names }) => {
          const what = creatable[kind];
          return (
            <MissingLine
              key={kind}
              what={what}
              quirks={names}
              rows={m.rows}
              creates={one.plan!.createMissing.includes(what)}
              chosen={create.includes(what)}
              allowed={what !== 'owner' || one.may.createOwners}
              onCreate={() => setCreate([...create, what])}
            />
          );
        })}
        {others.map((quirk) => (
          <QuirkLine
            key={`${quirk.kind} ${quirk.target} ${quirk.text}`}
            quirk={quirk}
            inRows={m.inRows}
            targets={one.targets}
            taken={isTaken(quirk.target, quirk.text)}
            onTake={() =>
              setTaken({ ...taken, [quirk.target]: { ...taken[quirk.target], [quirk.text]: quirk.suggestion ?? '' } })
            }
          />
        ))}
      </SectionCard>
      {counts.faulty > 0 && <FaultTable one={one} />}
      <RefusalAlert error={run.error ?? recheck.error} issues />
      <footer className={styles.foot}>
        <Button size="large" onClick={onBack}>
          {m.backToMapping}
        </Button>
        {changed ? (
          <Button type="primary" size="large" loading={recheck.isPending} onClick={() => recheck.mutate()}>
            {m.recheck}
          </Button>
        ) : (
          <Button
            type="primary"
            size="large"
            disabled={total === 0}
            loading={run.isPending}
            onClick={() => run.mutate()}
          >
            {total === 0 ? m.nothing : m.start(number(total))}
          </Button>
        )}
      </footer>
    </>
  );
}

function withTaken(plan: NonNullable<Import['plan']>, taken: Taken, create: readonly MissingKind[]) {
  const values = { ...plan.values };
  for (const [target, words] of Object.entries(taken)) values[target] = { ...values[target], ...words };
  return { ...plan, values, createMissing: [...new Set([...plan.createMissing, ...create])] };
}
