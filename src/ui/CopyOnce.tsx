import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import styles from '#ui/CopyOnce.module.css';

/** A secret shown this once, with the way to take it along. */
export function CopyOnce({ text, label, copied }: { text: string; label: string; copied: string }) {
  const [done, setDone] = useState(false);
  const copy = async () => {
    // Without https the browser has no clipboard for us; the text is then selected by one click.
    await (navigator.clipboard as Clipboard | undefined)?.writeText(text).then(() => setDone(true));
  };
  return (
    <div className={styles.box}>
      <code className={styles.text}>{text}</code>
      <Button type="primary" icon={done ? <CheckOutlined /> : <CopyOutlined />} onClick={() => void copy()}>
        {done ? copied : label}
      </Button>
    </div>
  );
}
