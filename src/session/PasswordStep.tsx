import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { signIn, type AuthAnswer } from '#session/auth.tsx';
import { sessionMessages } from '#session/session.messages.ts';
import { focusFirst } from '#session/focus-first.tsx';
import { useMessages } from '#ui/lang.tsx';
import styles from '#session/SignIn.module.css';

type Props = { said: string | undefined; onIn: () => void; onSecondFactor: () => void };

export function PasswordStep({ said, onIn, onSecondFactor }: Props) {
  const m = useMessages(sessionMessages);
  const [answer, setAnswer] = useState<AuthAnswer>();
  const [busy, setBusy] = useState(false);
  const enter = async ({ email, password }: { email: string; password: string }) => {
    setBusy(true);
    const next = await signIn(email.trim(), password);
    setBusy(false);
    if (next === 'in') onIn();
    else if (next === 'secondFactor') onSecondFactor();
    else setAnswer(next);
  };
  const words: Partial<Record<AuthAnswer, string>> = { ...m, wrong: m.wrongPassword };
  const told = answer ? words[answer] : said;
  return (
    <Form layout="vertical" requiredMark={false} onFinish={enter} className={styles.form} validateTrigger="onBlur">
      {told && (
        <div role="alert" className={styles.told}>
          {told}
        </div>
      )}
      <Form.Item
        name="email"
        label={m.email}
        rules={[
          { required: true, message: m.emailNeeded },
          { type: 'email', transform: (text: string) => text.trim(), message: m.emailShape },
        ]}
      >
        <Input ref={focusFirst} size="large" type="email" autoComplete="username" inputMode="email" />
      </Form.Item>
      <Form.Item name="password" label={m.password} rules={[{ required: true, message: m.passwordNeeded }]}>
        <Input.Password size="large" autoComplete="current-password" maxLength={128} />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {m.enter}
      </Button>
    </Form>
  );
}
