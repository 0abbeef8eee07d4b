import { Button, Drawer, Form } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSaving } from '#ui/form/useSaving.tsx';
import { ChangedBeside, type FieldWords, type Latest } from '#ui/form/ChangedBeside.tsx';
import { formMessages } from '#ui/form/form.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import { isRefused } from '#ui/refused.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import styles from '#ui/form/FormDrawer.module.css';

type Props<V extends object> = {
  open: boolean;
  title: string;
  initial: Partial<V>;
  /** The version being edited; absent for a new record. */
  version?: number;
  /** Sends the values. What it throws is shown: issues at their fields, the rest above the form. */
  save: (values: V, version: number | undefined) => Promise<unknown>;
  onSaved?: () => void;
  onClose: () => void;
  /** Asked when someone else saved meanwhile: the record as it is now. */
  latest?: () => Promise<Latest<V>>;
  /** How fields are called and shown in that comparison. */
  fields?: FieldWords<V>;
  saveLabel?: string;
  width?: number;
  /** `Form.Item`s by the names of the values. */
  children: ReactNode;
};

/** Create or edit beside the page. Nothing typed is lost to a refusal, a dropped network or another person's save. */
export function FormDrawer<V extends object>(props: Props<V>) {
  const { open, title, width = 520, onClose } = props;
  const isPhone = useIsPhone();
  const [asking, setAsking] = useState(false);
  const [dirty, setDirty] = useState(false);
  const close = () => (dirty && !asking ? setAsking(true) : leave());
  const leave = () => {
    setAsking(false);
    setDirty(false);
    onClose();
  };
  return (
    <Drawer
      open={open}
      title={title}
      size={isPhone ? '100%' : width}
      onClose={close}
      destroyOnHidden
      styles={{ body: { padding: 0, display: 'flex' } }}
    >
      <FormBody
        {...props}
        asking={asking}
        onDirty={() => setDirty(true)}
        onStay={() => setAsking(false)}
        onLeave={leave}
        onCancel={close}
      />
    </Drawer>
  );
}

type BodyProps<V extends object> = Props<V> & {
  asking: boolean;
  onDirty: () => void;
  onStay: () => void;
  onLeave: () => void;
  onCancel: () => void;
};

function FormBody<V extends object>(props: BodyProps<V>) {
  const { initial, save, onSaved, latest, fields, children } = props;
  const m = useMessages(formMessages);
  const [form] = Form.useForm<V>();
  const [version, setVersion] = useState(props.version);
  const [beside, setBeside] = useState<Latest<V>>();
  const { busy, error, saving } = useSaving(form);
  const submit = async (values: V) => {
    const refused = await saving(async () => {
      await save(values, version);
      onSaved?.();
      props.onLeave();
    });
    if (!latest || !isRefused(refused, 'record.changed')) return;
    const now = await latest().catch(() => undefined);
    setBeside(now);
    if (now) setVersion(now.version);
  };
  return (
    <Form<V>
      form={form}
      layout="vertical"
      requiredMark={false}
      noValidate
      scrollToFirstError={{ focus: true, block: 'center' }}
      initialValues={initial}
      className={styles.form}
      disabled={busy}
      onValuesChange={props.onDirty}
      onFinish={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) form.submit();
      }}
    >
      <div className={styles.fields}>
        <RefusalAlert error={error} />
        {beside && (
          <ChangedBeside
            latest={beside}
            mine={form.getFieldsValue(true) as Partial<V>}
            fields={fields}
            onTake={(key) => form.setFieldValue(key as never, beside.values[key])}
          />
        )}
        {children}
      </div>
      <div className={styles.foot}>
        {props.asking ? (
          <>
            <span className={styles.asking}>{m.unsaved}</span>
            <Button danger onClick={props.onLeave}>
              {m.discard}
            </Button>
            <Button onClick={props.onStay}>{m.goOn}</Button>
          </>
        ) : (
          <>
            <Button onClick={props.onCancel}>{m.cancel}</Button>
            <Button type="primary" htmlType="submit" loading={busy}>
              {props.saveLabel ?? m.save}
            </Button>
          </>
        )}
      </div>
    </Form>
  );
}
