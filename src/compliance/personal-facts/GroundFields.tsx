import { Form, Input, Select } from 'antd';
import { classOf, purposeWords, type KeptKind } from '#compliance/personal-facts/fact-kind.ts';
import type { FactValues } from '#compliance/personal-facts/fact-values.ts';
import { bases, basisWords } from '#compliance/personal-facts/personal-fact.ts';
import { personalFactMessages } from '#compliance/personal-facts/personal-facts.messages.ts';
import type { PrivacyPolicy } from '#compliance/personal-facts/privacy-policy.ts';
import { addDays } from '#shared/day.ts';
import { DayPicker } from '#ui/DayPicker.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { useToday } from '#ui/session.tsx';

/** What for, on what ground, until when: as the company keeps the chosen kind. */
export function GroundFields({ policy }: { policy: PrivacyPolicy }) {
  const { form: m } = useMessages(personalFactMessages);
  const lang = useLang();
  const today = useToday();
  const kind = Form.useWatch('kind', Form.useFormInstance<FactValues>()) as KeptKind | undefined;
  const sensitive = kind !== undefined && classOf(kind) === 'sensitive';
  const allowed = kind ? policy.kinds[kind].purposes : [];
  const days = kind && policy.kinds[kind].days;
  return (
    <>
      <Form.Item name="purpose" label={m.purpose} rules={[{ required: true, message: m.kindNeeded }]}>
        <Select disabled={!kind} options={allowed.map((value) => ({ value, label: purposeWords[value][lang] }))} />
      </Form.Item>
      <Form.Item name="basis" label={m.basis}>
        <Select disabled={sensitive} options={bases.map((value) => ({ value, label: basisWords[value][lang] }))} />
      </Form.Item>
      {sensitive && (
        <Form.Item
          name="reason"
          label={m.reason}
          rules={[{ required: true, min: 2, whitespace: true, message: m.reasonNeeded }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={300} placeholder={m.reasonHint} />
        </Form.Item>
      )}
      <Form.Item name="expiresOn" label={m.expires} extra={days && m.expiresHint(days)}>
        <DayPicker min={today} {...(days && { max: addDays(today, days) })} />
      </Form.Item>
    </>
  );
}

/** When somebody agreed, how, and to what; asked where that is the ground. */
export function ConsentFields() {
  const { form: m } = useMessages(personalFactMessages);
  const basis = Form.useWatch('basis', Form.useFormInstance<FactValues>()) as FactValues['basis'] | undefined;
  const today = useToday();
  if (basis !== 'consent') return null;
  return (
    <>
      <Form.Item name="consentOn" label={m.consentOn} rules={[{ required: true, message: m.consentOnNeeded }]}>
        <DayPicker max={today} />
      </Form.Item>
      <Form.Item
        name="consentHow"
        label={m.consentHow}
        rules={[{ required: true, min: 2, whitespace: true, message: m.consentHowNeeded }]}
      >
        <Input maxLength={200} placeholder={m.consentHowHint} />
      </Form.Item>
      <Form.Item
        name="consentScope"
        label={m.consentScope}
        rules={[{ required: true, min: 2, whitespace: true, message: m.consentScopeNeeded }]}
      >
        <Input maxLength={300} placeholder={m.consentScopeHint} />
      </Form.Item>
    </>
  );
}
