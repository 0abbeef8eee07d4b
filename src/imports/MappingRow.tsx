import { ArrowRightOutlined } from '@ant-design/icons';
import { Checkbox, Select } from 'antd';
import type { TargetView } from '#imports/import-record.ts';
import { importMessages } from '#imports/imports.messages.ts';
import { useMessages, useText } from '#ui/lang.tsx';
import styles from '#imports/Mapping.module.css';

type Props = {
  header: string;
  samples: readonly string[];
  target: string | null;
  targets: readonly TargetView[];
  taken: readonly (string | null)[];
  wan: boolean;
  onTarget: (target: string | null) => void;
  onWan: (wan: boolean) => void;
};

const SHOWN = 4;
const OUT = '';

/** One column of the file, what stands in it, and what it becomes. */
export function MappingRow({ header, samples, target, targets, taken, wan, onTarget, onWan }: Props) {
  const m = useMessages(importMessages);
  const text = useText();
  const different = [...new Set(samples.map((cell) => cell.trim()).filter(Boolean))].slice(0, SHOWN);
  const isMoney = targets.find(({ key }) => key === target)?.kind === 'money';
  const options = [
    { value: OUT, label: m.leaveOut },
    ...targets.map((one) => ({
      value: one.key,
      label: `${text(one)}${one.required ? ' *' : ''}${taken.includes(one.key) && one.key !== target ? ' ·' : ''}`,
    })),
  ];
  return (
    <div className={styles.row} role="row" data-out={target === null || undefined}>
      <span role="cell" className={styles.header} title={header}>
        {header}
      </span>
      <span role="cell" className={styles.samples}>
        {different.length === 0 && <em>{m.emptyColumn}</em>}
        {different.map((cell) => (
          <code key={cell}>{cell}</code>
        ))}
      </span>
      <span role="cell" className={styles.target}>
        <ArrowRightOutlined aria-hidden="true" />
        <Select
          className={styles.select}
          aria-label={`${header} → ${m.becomes}`}
          value={target ?? OUT}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(value) => onTarget(value === OUT ? null : value)}
          popupMatchSelectWidth={260}
        />
        {isMoney && (
          <Checkbox checked={wan} onChange={(event) => onWan(event.target.checked)}>
            {m.wan}
          </Checkbox>
        )}
      </span>
    </div>
  );
}
