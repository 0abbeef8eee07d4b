import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { registrationClient, registrations } from '#partners/partners.queries.tsx';
import { PolicyCard } from '#partners/PolicyCard.tsx';
import type { RegistrationPolicy } from '#partners/registrations/registration-policy.ts';
import type { RegistrationPolicyView } from '#partners/registrations/registrations.contract.ts';
import { registrationMessages } from '#partners/registrations/registrations.messages.ts';
import styles from '#partners/Partners.module.css';
import { minorDigits } from '#ui/amount.ts';
import { useMessages } from '#ui/lang.tsx';
import { PolicyPage } from '#ui/PolicyPage.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';

const currencies = ['CNY', 'HKD', 'USD', 'EUR', 'JPY', 'GBP', 'SGD'];

/** Settings: how long projects are protected, which commission needs approval. */
export function RegistrationPolicyPage() {
  const { policy: m } = useMessages(registrationMessages);
  const query = useQuery(registrations.policy.queryOptions({ input: {} }));
  return (
    <PolicyPage words={m} query={query}>
      {(view) => <PolicyForm view={view} />}
    </PolicyPage>
  );
}

function PolicyForm({ view }: { view: RegistrationPolicyView }) {
  const { policy: m } = useMessages(registrationMessages);
  const queries = useQueryClient();
  const write = useCan()('company.write');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const save = async (values: RegistrationPolicy) => {
    setBusy(true);
    setError(undefined);
    try {
      await registrationClient.changePolicy({ version: view.version, policy: fromTyped(values) });
      toast(m.saved);
      await queries.invalidateQueries({ queryKey: registrations.key() });
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };
  const number = (name: keyof RegistrationPolicy & keyof typeof m, precision: number, min = 0) => (
    <Form.Item name={name} label={m[name]} rules={[{ required: true, message: m.needed }]}>
      <InputNumber controls={false} min={min} precision={precision} style={{ width: '100%' }} />
    </Form.Item>
  );
  return (
    <Form<RegistrationPolicy>
      layout="vertical"
      requiredMark={false}
      disabled={!write}
      initialValues={toTyped(view.policy)}
      onFinish={(values) => void save(values)}
      className={styles.settings}
    >
      {!write && <p className={styles.soft}>{m.readOnly}</p>}
      <SectionCard title={m.protection}>
        <div className={styles.thirds}>
          {number('protectionDays', 0, 1)}
          {number('extensionDays', 0, 1)}
          {number('remindDays', 0, 1)}
        </div>
      </SectionCard>
      <SectionCard title={m.commission}>
        <p className={styles.soft}>{m.commissionLead}</p>
        <div className={styles.thirds}>
          {number('mostPercent', 2)}
          {number('mostFixed', 2)}
          <Form.Item name="currency" label={m.currency}>
            <Select
              options={[...new Set([view.policy.currency, ...currencies])].map((value) => ({ value, label: value }))}
            />
          </Form.Item>
        </div>
      </SectionCard>
      <PolicyCard />
      <RefusalAlert error={error} issues />
      {write && (
        <Button type="primary" htmlType="submit" loading={busy} style={{ justifySelf: 'start' }}>
          {m.save}
        </Button>
      )}
    </Form>
  );
}

/** Limits as they are typed: whole per cents and whole units. */
function toTyped(policy: RegistrationPolicy): RegistrationPolicy {
  const { mostPercent, mostFixed, currency } = policy;
  return { ...policy, mostPercent: mostPercent / 100, mostFixed: mostFixed / 10 ** minorDigits(currency) };
}

/** And as they are kept. */
function fromTyped(policy: RegistrationPolicy): RegistrationPolicy {
  const { mostPercent, mostFixed, currency } = policy;
  return {
    ...policy,
    mostPercent: Math.round(mostPercent * 100),
    mostFixed: Math.round(mostFixed * 10 ** minorDigits(currency)),
  };
}
