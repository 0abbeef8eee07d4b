import { Button, Form, Input, InputNumber, Select } from 'antd';
import type { Company } from '#company/company.ts';
import { companyContract } from '#company/company.contract.ts';
import { companyMessages } from '#company/company.messages.ts';
import { timeZoneOptions } from '#session/me/time-zones.ts';
import { useSaving } from '#ui/form/useSaving.tsx';
import { clientFor } from '#ui/client.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#company/Company.module.css';

const client = clientFor(companyContract);
const currencies = ['CNY', 'HKD', 'USD', 'EUR', 'JPY', 'GBP', 'SGD'];

export function CompanyForm({ company, onSaved }: { company: Company; onSaved: () => void }) {
  const m = useMessages(companyMessages);
  const lang = useLang();
  const [form] = Form.useForm<Company>();
  const { busy, error, saving } = useSaving(form);
  const save = (values: Company) =>
    saving(async () => {
      await client.change({ ...values, version: company.version });
      onSaved();
    });
  const days = [{ required: true, message: m.daysNeeded }];
  return (
    <Form<Company>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={company}
      onFinish={(values) => void save(values)}
      className={styles.cards}
    >
      <RefusalAlert error={error} />
      <SectionCard>
        <div className={styles.fields}>
          <Form.Item name="name" label={m.name} rules={[{ required: true, whitespace: true, message: m.nameNeeded }]}>
            <Input maxLength={100} autoComplete="organization" />
          </Form.Item>
          <Form.Item
            name="currency"
            label={m.currency}
            rules={[{ required: true, pattern: /^[A-Z]{3}$/, message: m.currencyShape }]}
          >
            <Select
              options={[...new Set([company.currency, ...currencies])].map((value) => ({ value, label: value }))}
            />
          </Form.Item>
          <Form.Item name="fiscalYearStart" label={m.fiscalYearStart} extra={m.fiscalHint}>
            <Select options={Array.from({ length: 12 }, (_, at) => ({ value: at + 1, label: m.month(at + 1) }))} />
          </Form.Item>
          <Form.Item name="timeZone" label={m.timeZone} extra={m.timeZoneHint}>
            <Select showSearch={{ optionFilterProp: 'label' }} options={timeZoneOptions(company.timeZone, lang)} />
          </Form.Item>
        </div>
      </SectionCard>
      <SectionCard title={m.security}>
        <div className={styles.fields}>
          <Form.Item name="invitationDays" label={m.invitationDays} rules={days}>
            <InputNumber controls={false} min={1} max={30} precision={0} />
          </Form.Item>
          <Form.Item name="apiKeyDays" label={m.apiKeyDays} rules={days}>
            <InputNumber controls={false} min={1} max={730} precision={0} />
          </Form.Item>
        </div>
      </SectionCard>
      <Button type="primary" htmlType="submit" loading={busy} className={styles.save}>
        {m.save}
      </Button>
    </Form>
  );
}
