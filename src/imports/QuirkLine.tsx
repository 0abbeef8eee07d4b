import { BulbOutlined, InfoCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { quirkWords, type Quirk } from '#imports/import-quirk.ts';
import type { TargetView } from '#imports/import-record.ts';
import { importMessages } from '#imports/imports.messages.ts';
import { localeOf, useLang, useMessages, useText } from '#ui/lang.tsx';
import styles from '#imports/Import.module.css';

type Props = {
  quirk: Quirk;
  targets: readonly TargetView[];
  /** Where it stands, in words. */
  inRows: (count: string, first: string) => string;
  taken: boolean;
  onTake: () => void;
};

/** Something odd in the file, how often, and what was probably meant. */
export function QuirkLine({ quirk, targets, inRows, taken, onTake }: Props) {
  const m = useMessages(importMessages);
  const text = useText();
  const lang = useLang();
  const target = targets.find(({ key }) => key === quirk.target);
  const number = (n: number) => n.toLocaleString(localeOf(lang));
  return (
    <div className={styles.quirk}>
      {quirk.suggestion === null ? <InfoCircleOutlined aria-hidden="true" /> : <BulbOutlined aria-hidden="true" />}
      <span>
        {text(quirkWords(quirk, target ?? { zh: '', en: '' }))}
        <small>{inRows(number(quirk.rows), quirk.first.map(number).join(lang === 'zh' ? '、' : ', '))}</small>
      </span>
      {quirk.suggestion !== null && (
        <Button size="small" disabled={taken} onClick={onTake}>
          {taken ? m.taken : m.takeOver}
        </Button>
      )}
    </div>
  );
}
