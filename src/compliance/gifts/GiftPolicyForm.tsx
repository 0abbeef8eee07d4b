import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { limitKeys, type GiftPolicy } from '#compliance/gifts/gift-policy.ts';
import { fromTyped, toTyped } from '#compliance/gifts/policy-values.ts';
import type { PolicyView } from '#compliance/gifts/gifts.contract.ts';
import { giftMessages } from '#compliance/gifts/gifts.messages.ts';
import { giftClient, gifts } from '#compliance/gifts/gifts.queries.tsx';
import styles from '#compliance/gifts/Gifts.module.css';
import { useMessages, useText } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';

const currencies = ['CNY', 'HKD', 'USD', 'EUR', 'JPY', 'GBP', 'SGD'];

export function GiftPolicyForm({ view }: { view: PolicyView }) {
  const { policy: m } = useMessages(giftMessages);
  const text = useText();
  const queries = useQueryClient();
  const write = useCan()('company.write');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const { policy, version } = view;
  const save = async (values: GiftPolicy) => {
    setBusy(true);
    setError(undefined);
    try {
      await giftClient.changePolicy({ version, policy: fromTyped(values) });
      toast(m.saved);
      await queries.invalidateQueries({ queryKey: gifts.key() });
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };
  const steps = view.steps.map(({ id, name, playbooks }) => ({
    value: id,
    label: `${text(name)} · ${playbooks.map((playbook) => text(playbook)).join(' / ')}`,
  }));
  return (
    <Form<GiftPolicy>
      layout="vertical"
      requiredMark={false}
      disabled={!write}
      initialValues={toTyped(policy)}
      onFinish={(values) => void save(values)}
      className={styles.page}
    >
      {!write && <p className={styles.soft}>{m.readOnly}</p>}
      <SectionCard>
        <div className={styles.limits}>
          <Form.Item name="currency" label={m.currency} style={{ maxWidth: 160 }}>
            <Select
              options={[...new Set([policy.currency, ...currencies])].map((value) => ({ value, label: value }))}
            />
          </Form.Item>
          {limitKeys.map((key) => (
            <div key={key} role="group" aria-label={m.keys[key]} className={styles.limit}>
              <strong>{m.keys[key]}</strong>
              {(['once', 'year'] as const).map((part) => (
                <Form.Item
                  key={part}
                  name={[key, part]}
                  label={m[part]}
                  rules={[{ required: true, message: m.needed }]}
                >
                  <InputNumber controls={false} min={0} max={100_000_000} precision={2} style={{ width: '100%' }} />
                </Form.Item>
              ))}
            </div>
          ))}
        </div>
      </SectionCard>
      <SectionCard title={m.freeze}>
        <Form.Item name="freezeSteps" label={m.steps} extra={m.freezeHint}>
          <Select mode="multiple" options={steps} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
      </SectionCard>
      <RefusalAlert error={error} issues />
      {write && (
        <Button type="primary" htmlType="submit" loading={busy} style={{ justifySelf: 'start' }}>
          {m.save}
        </Button>
      )}
    </Form>
  );
}
