import { CloseOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import type { ImportPlan } from '#imports/import-plan.ts';
import type { Import } from '#imports/import-record.ts';
import { importMessages } from '#imports/imports.messages.ts';
import { useMessages, useText } from '#ui/lang.tsx';
import styles from '#imports/Mapping.module.css';

type Props = { one: Import; plan: ImportPlan; onChange: (next: Partial<ImportPlan>) => void };

/** Fields that are the same for every row. */
export function Constants({ one, plan, onChange }: Props) {
  const m = useMessages(importMessages);
  const text = useText();
  return Object.entries(plan.constants).map(([key, value]) => {
    const target = one.targets.find((other) => other.key === key);
    const { [key]: _, ...others } = plan.constants;
    const set = (next: string) => onChange({ constants: { ...others, [key]: next } });
    const free = one.targets.filter(
      (other) => other.key === key || (!plan.targets.includes(other.key) && !(other.key in plan.constants)),
    );
    return (
      <div key={key} className={styles.option}>
        <span>{m.constant}</span>
        <div className={styles.constant}>
          <Select
            aria-label={m.constant}
            value={key}
            showSearch={{ optionFilterProp: 'label' }}
            options={free.map((other) => ({ value: other.key, label: text(other) }))}
            onChange={(next) => onChange({ constants: { ...others, [next]: '' } })}
          />
          {target && target.choices.length > 0 ? (
            <Select
              aria-label={text(target)}
              value={value || undefined}
              options={target.choices.map((choice) => ({ value: choice.key, label: text(choice) }))}
              onChange={set}
              style={{ flex: 1 }}
            />
          ) : (
            <Input
              aria-label={target ? text(target) : key}
              placeholder={m.constantHint}
              value={value}
              onChange={(event) => set(event.target.value)}
            />
          )}
          <Button
            type="text"
            aria-label={m.leaveOut}
            icon={<CloseOutlined />}
            onClick={() => onChange({ constants: others })}
          />
        </div>
      </div>
    );
  });
}
