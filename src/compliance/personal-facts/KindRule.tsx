import { Checkbox, Form, InputNumber, Select } from 'antd';
import { keptKinds, purposeWords, type KeptKind } from '#compliance/personal-facts/fact-kind.ts';
import { personalFactMessages } from '#compliance/personal-facts/personal-facts.messages.ts';
import styles from '#compliance/personal-facts/PersonalFacts.module.css';
import { useLang, useMessages } from '#ui/lang.tsx';

/** Whether a kind is kept, for what, how long. */
export function KindRule({ kind }: { kind: KeptKind }) {
  const { settings: m } = useMessages(personalFactMessages);
  const lang = useLang();
  const { hint, purposes, ...words } = keptKinds[kind];
  const on = Form.useWatch(['kinds', kind, 'on'], Form.useFormInstance()) as boolean | undefined;
  return (
    <div role="group" aria-label={words[lang]} className={styles.rule}>
      <div className={styles.which}>
        <Form.Item name={['kinds', kind, 'on']} valuePropName="checked">
          <Checkbox aria-label={m.on(words[lang])} />
        </Form.Item>
        <div>
          <strong>{words[lang]}</strong>
          <p>{hint[lang]}</p>
        </div>
      </div>
      <Form.Item
        name={['kinds', kind, 'purposes']}
        label={m.purposes}
        rules={[{ required: on === true, message: m.purposesNeeded }]}
      >
        <Select mode="multiple" options={purposes.map((value) => ({ value, label: purposeWords[value][lang] }))} />
      </Form.Item>
      <Form.Item name={['kinds', kind, 'days']} label={m.days} rules={[{ required: true, message: m.daysNeeded }]}>
        <InputNumber controls={false} min={1} max={3650} precision={0} style={{ width: '100%' }} />
      </Form.Item>
    </div>
  );
}
