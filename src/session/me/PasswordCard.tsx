import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { changePassword, type Failure } from '#session/me/account-calls.tsx';
import { meMessages } from '#session/me/me.messages.ts';
import { sessionKeys } from '#session/me/session-keys.tsx';
import { passwordFault } from '#session/password.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useSession } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#session/me/Me.module.css';

type Values = { oldPassword: string; newPassword: string };

export function PasswordCard() {
  const m = useMessages(meMessages);
  const lang = useLang();
  const queries = useQueryClient();
  const { user } = useSession();
  const [form] = Form.useForm<Values>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const save = async ({ oldPassword, newPassword }: Values) => {
    setBusy(true);
    const answer = await changePassword(oldPassword, newPassword);
    setBusy(false);
    setFailure(answer.failure);
    if (answer.failure) return;
    form.resetFields();
    toast(m.passwordChanged);
    void queries.invalidateQueries({ queryKey: sessionKeys });
  };
  return (
    <SectionCard title={m.password}>
      <p className={styles.hint}>{m.passwordHint}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        className={styles.form}
        onFinish={(values) => void save(values)}
      >
        {failure && (
          <p role="alert" className={styles.told}>
            {m[failure]}
          </p>
        )}
        <input type="email" autoComplete="username" value={user.email} readOnly hidden />
        <Form.Item name="oldPassword" label={m.oldPassword} rules={[{ required: true, message: m.oldNeeded }]}>
          <Input.Password autoComplete="current-password" maxLength={128} />
        </Form.Item>
        <Form.Item
          name="newPassword"
          label={m.newPassword}
          extra={m.newHint}
          validateTrigger="onBlur"
          rules={[
            {
              validator: (_rule, text: string = '') => {
                const fault = passwordFault(text, [user.email, user.name]);
                return fault ? Promise.reject(new Error(fault[lang])) : Promise.resolve();
              },
            },
          ]}
        >
          <Input.Password autoComplete="new-password" maxLength={128} />
        </Form.Item>
        <Button htmlType="submit" loading={busy}>
          {m.changePassword}
        </Button>
      </Form>
    </SectionCard>
  );
}
