import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { confirmSecondFactor, type Failure } from '#session/me/account-calls.tsx';
import { meMessages } from '#session/me/me.messages.ts';
import { QrCode } from '#session/me/QrCode.tsx';
import { useMessages } from '#ui/lang.tsx';
import styles from '#session/me/Me.module.css';

type Props = { totpUri: string; onConfirmed: () => void; onCancel: () => void };

/** The authenticator scans, and proves that it did. */
export function EnrolStep({ totpUri, onConfirmed, onCancel }: Props) {
  const m = useMessages(meMessages);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const secret = new URL(totpUri).searchParams.get('secret') ?? '';
  const send = async ({ code }: { code: string }) => {
    setBusy(true);
    const answer = await confirmSecondFactor(code.replaceAll(/\s/g, ''));
    setBusy(false);
    setFailure(answer.failure);
    if (!answer.failure) onConfirmed();
  };
  return (
    <div className={styles.enrol}>
      <QrCode text={totpUri} label={m.qr} />
      <Form layout="vertical" requiredMark={false} className={styles.form} onFinish={(values) => void send(values)}>
        <p className={styles.hint}>{m.scan}</p>
        <p className={styles.quiet}>
          {m.manual}
          <br />
          <code className={styles.secret}>{secret.replaceAll(/(.{4})/g, '$1 ').trim()}</code>
        </p>
        {failure && (
          <p role="alert" className={styles.told}>
            {m[failure]}
          </p>
        )}
        <Form.Item
          name="code"
          label={m.code}
          validateTrigger="onBlur"
          rules={[{ required: true, pattern: /^\s*\d{3}\s?\d{3}\s*$/, message: m.codeShape }]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={9} />
        </Form.Item>
        <div className={styles.acts}>
          <Button type="primary" htmlType="submit" loading={busy}>
            {m.confirm}
          </Button>
          <Button onClick={onCancel}>{m.cancel}</Button>
        </div>
      </Form>
    </div>
  );
}
