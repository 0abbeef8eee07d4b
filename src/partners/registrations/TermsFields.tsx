import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Segmented } from 'antd';
import { AmountInput, useAmountRule } from '#deals/facts/AmountInput.tsx';
import { registrations } from '#partners/partners.queries.tsx';
import type { TermsValues } from '#partners/registrations/registration-values.ts';
import { termsWords } from '#partners/registrations/registration-words.ts';
import { registrationFormMessages } from '#partners/registrations/registration-form.messages.ts';
import styles from '#partners/Partners.module.css';
import { useLang, useMessages } from '#ui/lang.tsx';

const kinds = ['none', 'percent', 'fixed'] as const;

/** What the partner company gets for it, with the limit above which somebody has to approve. */
export function TermsFields() {
  const { form: m } = useMessages(registrationFormMessages);
  const amountRule = useAmountRule();
  const lang = useLang();
  const form = Form.useFormInstance<TermsValues>();
  const kind = Form.useWatch('termsKind', form);
  const { data } = useQuery(registrations.policy.queryOptions({ input: {}, staleTime: 5 * 60_000 }));
  const limit =
    data &&
    m.limit(
      `${data.policy.mostPercent / 100}%`,
      termsWords({ kind: 'fixed', amount: data.policy.mostFixed }, data.policy.currency, lang),
    );
  const needed = [{ required: true, message: m.termsNeeded }];
  return (
    <>
      <div className={styles.terms}>
        <Form.Item name="termsKind" label={m.terms} extra={kind !== 'none' && limit}>
          <Segmented
            block
            aria-label={m.terms}
            options={kinds.map((value) => ({ value, label: m.termsKinds[value] }))}
          />
        </Form.Item>
        {kind === 'percent' && (
          <Form.Item name="percent" label={m.percent} rules={needed}>
            <InputNumber controls={false} min={0.01} max={100} precision={2} suffix="%" style={{ width: '100%' }} />
          </Form.Item>
        )}
        {kind === 'fixed' && (
          <Form.Item name="fixed" label={m.fixed} rules={[...needed, amountRule]}>
            <AmountInput currency="CNY" />
          </Form.Item>
        )}
      </div>
      {kind !== 'none' && (
        <Form.Item name="termsNote" label={m.termsNote}>
          <Input maxLength={500} placeholder={m.termsNoteHint} />
        </Form.Item>
      )}
    </>
  );
}
