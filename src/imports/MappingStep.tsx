import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { headerOf } from '#imports/card-columns.ts';
import { FileFacts } from '#imports/FileFacts.tsx';
import type { ImportPlan } from '#imports/import-plan.ts';
import type { Import } from '#imports/import-record.ts';
import type { StepProps } from '#imports/ImportPage.tsx';
import { importClient } from '#imports/imports.queries.tsx';
import { LeftOutNote } from '#imports/LeftOutNote.tsx';
import { MappingRow } from '#imports/MappingRow.tsx';
import { PlanOptions } from '#imports/PlanOptions.tsx';
import { ValueMapping } from '#imports/ValueMapping.tsx';
import { useImportMessages } from '#imports/useImportMessages.tsx';
import { useText } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#imports/Import.module.css';
import mapping from '#imports/Mapping.module.css';

/** What each column of the file becomes: guessed, and corrected here. */
export function MappingStep({ one, onChange }: StepProps) {
  const m = useImportMessages(one);
  const text = useText();
  const [edited, setEdited] = useState<{ of: Import['plan']; plan: ImportPlan }>();
  const check = useMutation({
    mutationFn: (plan: ImportPlan) => importClient.check({ id: one.id, plan }),
    onSuccess: (next) => onChange(next),
  });
  const { layout } = one;
  // Reading the file again (another encoding, another sheet) brings a new guess.
  const plan = edited?.of === one.plan ? edited?.plan : one.plan;
  if (!layout || !plan) return null;
  const change = (next: Partial<ImportPlan>) => setEdited({ of: one.plan, plan: { ...plan, ...next } });
  // Cards have all columns; those that none fills are no news.
  const shown = layout.columns
    .map((column, at) => ({ column, at }))
    .filter(({ column }) => layout.kind !== 'vcard' || column.filled > 0);
  const setTarget = (at: number, target: string | null) =>
    change({
      targets: plan.targets.map((old, i) => (i === at ? target : old === target && target !== null ? null : old)),
    });
  return (
    <>
      <FileFacts one={one} onChange={onChange} />
      <LeftOutNote one={one} />
      <SectionCard
        title={m.mapping}
        note={m.mappingNote(shown.filter(({ at }) => plan.targets[at]).length, shown.length)}
        flush
      >
        <div className={mapping.table} role="table" aria-label={m.mapping}>
          <div className={mapping.head} role="row">
            <span role="columnheader">{m.inFile}</span>
            <span role="columnheader">{m.samples}</span>
            <span role="columnheader">{m.becomes}</span>
          </div>
          {shown.map(({ column, at }) => (
            <MappingRow
              // A file may say the same header twice.
              key={`${String(at)} ${column.header}`}
              header={text(headerOf(layout, column.header))}
              samples={layout.preview.map((row) => row[at] ?? '')}
              target={plan.targets[at] ?? null}
              targets={one.targets}
              taken={plan.targets}
              wan={plan.units[String(at)] === 'wan'}
              onTarget={(target) => setTarget(at, target)}
              onWan={(wan) => {
                const { [String(at)]: _, ...others } = plan.units;
                change({ units: wan ? { ...others, [String(at)]: 'wan' } : others });
              }}
            />
          ))}
        </div>
      </SectionCard>
      <ValueMapping one={one} plan={plan} onChange={change} />
      <PlanOptions one={one} plan={plan} onChange={change} />
      <RefusalAlert error={check.error} issues />
      <footer className={styles.foot}>
        <Button type="primary" size="large" loading={check.isPending} onClick={() => check.mutate(plan)}>
          {m.check}
        </Button>
      </footer>
    </>
  );
}
