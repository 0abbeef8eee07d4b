import { InfoCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { MissingKind } from '#imports/import-plan.ts';
import type { Quirk } from '#imports/import-quirk.ts';
import { importMessages } from '#imports/imports.messages.ts';
import { localeOf, useLang, useMessages } from '#ui/lang.tsx';
import styles from '#imports/Import.module.css';

type Props = {
  what: MissingKind;
  quirks: readonly Quirk[];
  /** How many rows, in words. */
  rows: (count: string) => string;
  /** The plan creates them already. */
  creates: boolean;
  chosen: boolean;
  allowed: boolean;
  onCreate: () => void;
};

const NAMED = 6;

/** Names that nobody has entered yet, together; they can be created on the way. */
export function MissingLine({ what, quirks, rows: rowWords, creates, chosen, allowed, onCreate }: Props) {
  const m = useMessages(importMessages);
  const lang = useLang();
  const number = (n: number) => n.toLocaleString(localeOf(lang));
  const names = quirks
    .slice(0, NAMED)
    .map(({ text }) => text)
    .join(lang === 'zh' ? '、' : ', ');
  const rows = quirks.reduce((sum, quirk) => sum + quirk.rows, 0);
  return (
    <div className={styles.quirk}>
      <InfoCircleOutlined aria-hidden="true" />
      <span>
        {m.unknownMany[what](quirks.length > NAMED ? m.more(names) : names, number(quirks.length))}
        <small>{rowWords(number(rows))}</small>
      </span>
      {creates || chosen ? (
        <small>{m.willCreate}</small>
      ) : (
        <Button size="small" disabled={!allowed} title={allowed ? undefined : m.ownersHint} onClick={onCreate}>
          {m.createThem}
        </Button>
      )}
    </div>
  );
}
