import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { Failure } from '#session/me/account-calls.tsx';
import { meMessages } from '#session/me/me.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { useSession } from '#ui/session.tsx';
import styles from '#session/me/Me.module.css';

type Props = { onPassword: (password: string) => Promise<Failure | undefined>; onCancel: () => void };

/** Before anything about signing in changes, its owner says who she is once more. */
export function AskPassword({ onPassword, onCancel }: Props) {
  const m = useMessages(meMessages);
  const { user } = useSession();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const send = async ({ password }: { password: string }) => {
    setBusy(true);
    setFailure(await onPassword(password));
    setBusy(false);
  };
  return (
    <Form layout="vertical" requiredMark={false} className={styles.form} onFinish={(values) => void send(values)}>
      {failure && (
        <p role="alert" className={styles.told}>
          {m[failure]}
        </p>
      )}
      <input type="email" autoComplete="username" value={user.email} readOnly hidden />
      <Form.Item name="password" label={m.confirmPassword} rules={[{ required: true, message: m.oldNeeded }]}>
        <Input.Password autoComplete="current-password" maxLength={128} ref={(input) => input?.focus()} />
      </Form.Item>
      <div className={styles.acts}>
        <Button type="primary" htmlType="submit" loading={busy}>
          {m.next}
        </Button>
        <Button onClick={onCancel}>{m.cancel}</Button>
      </div>
    </Form>
  );
}
