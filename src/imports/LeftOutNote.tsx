import { EyeInvisibleOutlined } from '@ant-design/icons';
import { leftOutWords } from '#imports/card-columns.ts';
import type { Import } from '#imports/import-record.ts';
import { importMessages } from '#imports/imports.messages.ts';
import { localeOf, useLang, useMessages, useText } from '#ui/lang.tsx';
import styles from '#imports/Import.module.css';

/** What the cards say of a private life, and that it stays there (Domain §12). */
export function LeftOutNote({ one }: { one: Import }) {
  const m = useMessages(importMessages);
  const text = useText();
  const lang = useLang();
  const leftOut = one.layout?.leftOut ?? [];
  if (leftOut.length === 0) return null;
  const kinds = leftOut.map(({ kind, rows }) =>
    m.leftOut.kind(text(leftOutWords[kind]), rows.toLocaleString(localeOf(lang))),
  );
  return (
    <aside className={styles.leftOut} aria-label={m.leftOut.title}>
      <EyeInvisibleOutlined aria-hidden="true" />
      <div>
        <strong>{m.leftOut.title}</strong>
        <p>{kinds.join(lang === 'zh' ? '、' : ', ')}</p>
        <small>{m.leftOut.why}</small>
      </div>
    </aside>
  );
}
