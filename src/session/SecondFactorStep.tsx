import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { verifyBackupCode, verifyTotp, type AuthAnswer } from '#session/auth.tsx';
import { sessionMessages } from '#session/session.messages.ts';
import { focusFirst } from '#session/focus-first.tsx';
import { useMessages } from '#ui/lang.tsx';
import styles from '#session/SignIn.module.css';

type Props = { onIn: () => void; onBack: () => void; onExpired: () => void };

export function SecondFactorStep({ onIn, onBack, onExpired }: Props) {
  const m = useMessages(sessionMessages);
  const [backup, setBackup] = useState(false);
  const [answer, setAnswer] = useState<AuthAnswer>();
  const [busy, setBusy] = useState(false);
  const verify = async ({ code, trust }: { code: string; trust?: boolean }) => {
    setBusy(true);
    const plain = code.replaceAll(/\s/g, '');
    const next = await (backup ? verifyBackupCode(plain, trust === true) : verifyTotp(plain, trust === true));
    setBusy(false);
    if (next === 'in') onIn();
    else if (next === 'expired') onExpired();
    else setAnswer(next);
  };
  const words: Partial<Record<AuthAnswer, string>> = { ...m, wrong: backup ? m.wrongBackup : m.wrongCode };
  const change = () => {
    setBackup(!backup);
    setAnswer(undefined);
  };
  return (
    <Form
      key={backup ? 'backup' : 'totp'}
      layout="vertical"
      requiredMark={false}
      onFinish={verify}
      className={styles.form}
    >
      <p className={styles.hint}>{backup ? m.backupHint : m.totpHint}</p>
      {answer && (
        <div role="alert" className={styles.told}>
          {words[answer]}
        </div>
      )}
      {backup ? (
        <Form.Item name="code" label={m.backup} rules={[{ required: true, message: m.backupNeeded }]}>
          <Input ref={focusFirst} size="large" autoComplete="off" spellCheck={false} />
        </Form.Item>
      ) : (
        <Form.Item
          name="code"
          label={m.totp}
          validateTrigger="onBlur"
          rules={[{ required: true, pattern: /^\s*\d{3}\s?\d{3}\s*$/, message: m.totpShape }]}
        >
          <Input
            ref={focusFirst}
            size="large"
            autoComplete="one-time-code"
            inputMode="numeric"
            className={styles.code}
          />
        </Form.Item>
      )}
      <Form.Item name="trust" valuePropName="checked">
        <Checkbox>{m.trust}</Checkbox>
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {m.verify}
      </Button>
      <div className={styles.ways}>
        <Button type="link" onClick={change}>
          {backup ? m.useTotp : m.useBackup}
        </Button>
        <Button type="link" onClick={onBack}>
          {m.back}
        </Button>
      </div>
    </Form>
  );
}
