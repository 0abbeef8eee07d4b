import { Select } from 'antd';
import type { ImportPlan } from '#imports/import-plan.ts';
import type { Import } from '#imports/import-record.ts';
import { importMessages } from '#imports/imports.messages.ts';
import { useMessages, useText } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { usePlaybookStages } from '#imports/usePlaybookStages.tsx';
import styles from '#imports/Mapping.module.css';

type Props = { one: Import; plan: ImportPlan; onChange: (next: Partial<ImportPlan>) => void };

/** Which words of the file mean which stage, state or choice. */
export function ValueMapping({ one, plan, onChange }: Props) {
  const m = useMessages(importMessages);
  const text = useText();
  const stages = usePlaybookStages(one.noun === 'deal' ? plan.playbookId : undefined);
  const mapped = one.targets.filter(
    ({ key, kind }) => (kind === 'stage' || kind === 'choice') && plan.targets.includes(key),
  );
  return mapped.map((target) => {
    const words = one.layout?.columns[plan.targets.indexOf(target.key)]?.values ?? [];
    if (words.length === 0) return null;
    const isStage = target.kind === 'stage';
    const options = isStage
      ? [
          { label: m.stageGroup, options: stages.map(({ id, name }) => ({ value: `open:${id}`, label: text(name) })) },
          { label: m.stages, options: Object.entries(m.stageStates).map(([value, label]) => ({ value, label })) },
        ]
      : [
          {
            label: text(target),
            options: target.choices.map((choice) => ({ value: choice.key, label: text(choice) })),
          },
        ];
    const set = (word: string, meant: string | undefined) => {
      const { [word]: _, ...others } = plan.values[target.key] ?? {};
      onChange({ values: { ...plan.values, [target.key]: meant ? { ...others, [word]: meant } : others } });
    };
    return (
      <SectionCard key={target.key} title={isStage ? m.stages : `${m.values} · ${text(target)}`}>
        <p className={styles.lead}>{isStage ? m.stagesNote : m.valuesNote}</p>
        <div className={styles.values}>
          {words.map(({ text: word, rows }) => (
            <div key={word} className={styles.value}>
              <span title={word}>{word}</span>
              <small>×{rows}</small>
              <Select
                aria-label={word}
                allowClear
                placeholder={isStage ? m.unmatched : m.asIs}
                value={plan.values[target.key]?.[word]}
                options={options}
                onChange={(meant: string | undefined) => set(word, meant)}
                popupMatchSelectWidth={220}
              />
            </div>
          ))}
        </div>
      </SectionCard>
    );
  });
}
