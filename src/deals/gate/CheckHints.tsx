import { BulbOutlined, WarningOutlined } from '@ant-design/icons';
import type { Check } from '#method/playbook.ts';
import { weightWords } from '#method/weight-words.ts';
import { gateMessages } from '#deals/gate/gate.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#deals/gate/CheckHints.module.css';

/** How to find out whether it is so, and what looks like it and is not. */
export function CheckHints({ check }: { check: Check }) {
  const m = useMessages(gateMessages);
  const lang = useLang();
  return (
    <div className={styles.hints}>
      <p>
        <BulbOutlined aria-hidden="true" />
        <span>
          <b>{m.verify}</b> {check.verify[lang]}
        </span>
      </p>
      {check.weights && (
        <p>
          <BulbOutlined aria-hidden="true" />
          <span>
            <b>{m.weights}</b> {weightWords(check.weights)[lang]}
          </span>
        </p>
      )}
      {check.falseFriends.map((friend) => (
        <p key={friend.zh}>
          <WarningOutlined aria-hidden="true" />
          <span>
            <b>{m.falseFriends}</b> {friend[lang]}
          </span>
        </p>
      ))}
    </div>
  );
}
