import { Button, Drawer, Form, Input, InputNumber } from 'antd';
import { useRef, useState } from 'react';
import type { Permission } from '#permissions/permission.ts';
import { permissionMessages } from '#permissions/permission.messages.ts';
import type { ApiKeyFields } from '#session/api-keys/api-key.ts';
import { apiKeyClient } from '#session/api-keys/api-keys.queries.tsx';
import { meMessages } from '#session/me/me.messages.ts';
import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '#session/session.queries.tsx';
import { CopyOnce } from '#ui/CopyOnce.tsx';
import { CheckboxesField } from '#ui/form/CheckboxesField.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useMessages } from '#ui/lang.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import { useSession } from '#ui/session.tsx';
import styles from '#session/me/Me.module.css';

type Props = { onSaved: () => void; onClose: () => void };

/** What for, how much, how long; then the key, once. */
export function NewKeyDrawer({ onSaved, onClose }: Props) {
  const m = useMessages(meMessages);
  const words = useMessages(permissionMessages);
  const { permissions } = useSession();
  const { data: session } = useQuery(sessionQuery);
  const most = session?.company.apiKeyDays ?? 365;
  const [made, setMade] = useState<{ key: string | null }>();
  const sent = useRef(false);
  if (made) return <KeyOnce text={made.key} onClose={onClose} />;
  return (
    <FormDrawer<ApiKeyFields>
      open
      title={m.newKey}
      saveLabel={m.keyMake}
      initial={{ permissions: [], days: Math.min(90, most) }}
      save={async (values) => {
        const { key } = await apiKeyClient.create(values);
        sent.current = true;
        setMade({ key });
      }}
      onSaved={onSaved}
      onClose={() => sent.current || onClose()}
    >
      <Form.Item
        name="name"
        label={m.keyName}
        extra={m.keyNameHint}
        rules={[{ required: true, whitespace: true, message: m.keyNameNeeded }]}
      >
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="permissions"
        label={m.keyPermissions}
        extra={<Reading of={permissions} />}
        rules={[{ required: true, type: 'array', min: 1, message: m.keyPermissionsNeeded }]}
      >
        <CheckboxesField
          className={styles.groups}
          options={permissions.map((value) => ({ value, label: words.permissions[value] }))}
        />
      </Form.Item>
      <Form.Item
        name="days"
        label={m.keyDays}
        extra={m.keyDaysHint(most)}
        rules={[{ required: true, message: m.keyDaysNeeded }]}
      >
        <InputNumber controls={false} min={1} max={most} precision={0} />
      </Form.Item>
    </FormDrawer>
  );
}

/** Most keys only read. */
function Reading({ of }: { of: readonly Permission[] }) {
  const m = useMessages(meMessages);
  const form = Form.useFormInstance<ApiKeyFields>();
  const reading = of.filter((permission) => permission.endsWith('.read'));
  const choose = () => {
    form.setFieldValue('permissions', reading);
    void form.validateFields(['permissions']).catch(() => {});
  };
  return (
    <Button type="link" size="small" className={styles.reading} onClick={choose}>
      {m.keyReading}
    </Button>
  );
}

function KeyOnce({ text, onClose }: { text: string | null; onClose: () => void }) {
  const m = useMessages(meMessages);
  const isPhone = useIsPhone();
  return (
    <Drawer open title={m.keyReady} size={isPhone ? '100%' : 520} onClose={onClose} styles={{ body: { padding: 0 } }}>
      <div className={styles.once} aria-live="polite">
        <p>{text ? m.keyOnce : m.keyLost}</p>
        {text && <CopyOnce text={text} label={m.keyCopy} copied={m.copied} />}
        <Button onClick={onClose}>{m.done}</Button>
      </div>
    </Drawer>
  );
}
