import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Radio, Select } from 'antd';
import { useDeferredValue } from 'react';
import { AccountPicker } from '#accounts/AccountPicker.tsx';
import { AmountInput, useAmountRule } from '#deals/facts/AmountInput.tsx';
import { products } from '#deals/deals.queries.tsx';
import { PartnerPicker } from '#partners/PartnerPicker.tsx';
import { registrationClient, registrations } from '#partners/partners.queries.tsx';
import { PolicyCard } from '#partners/PolicyCard.tsx';
import { ConflictList } from '#partners/registrations/ConflictList.tsx';
import { fieldsFrom, type RegistrationValues } from '#partners/registrations/registration-values.ts';
import { registrationFormMessages } from '#partners/registrations/registration-form.messages.ts';
import { TermsFields } from '#partners/registrations/TermsFields.tsx';
import styles from '#partners/Partners.module.css';
import { DayPicker } from '#ui/DayPicker.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useMessages } from '#ui/lang.tsx';
import { toast } from '#ui/toast.tsx';

type Picked = { id: string; name: string };
type Props = {
  partner?: Picked;
  account?: Picked | undefined;
  /** The deal that it belongs to. */
  deal?: Picked & { amount: number | null; closeOn: string | null };
  onClose: () => void;
};

/** A partner registers a project: conflicts are looked for while one types. */
export function RegistrationForm({ partner, account, deal, onClose }: Props) {
  const { form: m } = useMessages(registrationFormMessages);
  const amountRule = useAmountRule();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data: sold } = useQuery(products.list.queryOptions({ input: { limit: 200 }, staleTime: 5 * 60_000 }));
  const save = async (values: RegistrationValues) => {
    const { id } = await registrationClient.create(fieldsFrom({ ...values, dealId: deal?.id ?? null }));
    await queries.invalidateQueries({ queryKey: registrations.key() });
    toast(m.saved);
    void navigate({ to: `/partners/registrations/${id}` });
  };
  return (
    <FormDrawer<RegistrationValues>
      open
      title={m.title}
      width={600}
      saveLabel={m.save}
      initial={{
        ...(partner && { partnerId: partner.id }),
        ...(deal && { name: deal.name, amount: deal.amount, closeOn: deal.closeOn }),
        accountId: account?.id ?? null,
        termsKind: 'none',
      }}
      save={save}
      onClose={onClose}
    >
      <Form.Item name="partnerId" label={m.partner} rules={[{ required: true, message: m.partnerNeeded }]}>
        <PartnerPicker known={partner} placeholder={m.partner} nothing={m.partnerNone} />
      </Form.Item>
      <CustomerFields account={account} />
      <Form.Item
        name="name"
        label={m.name}
        rules={[{ required: true, whitespace: true, min: 2, message: m.nameNeeded }]}
      >
        <Input maxLength={200} placeholder={m.nameHint} />
      </Form.Item>
      <LiveConflicts dealId={deal?.id ?? null} />
      <div className={styles.halves}>
        <Form.Item name="amount" label={m.amount} rules={[amountRule]}>
          <AmountInput currency="CNY" />
        </Form.Item>
        <Form.Item name="closeOn" label={m.closeOn}>
          <DayPicker />
        </Form.Item>
      </div>
      <Form.Item name="products" label={m.products}>
        <Select
          mode="tags"
          placeholder={m.productsHint}
          options={(sold?.rows ?? []).map(({ name }) => ({ value: name, label: name }))}
        />
      </Form.Item>
      <Form.Item
        name="brings"
        label={m.brings}
        rules={[{ required: true, whitespace: true, min: 2, message: m.bringsNeeded }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} placeholder={m.bringsHint} />
      </Form.Item>
      <InterestFields />
      <TermsFields />
      <PolicyCard />
    </FormDrawer>
  );
}

function CustomerFields({ account }: { account: Picked | undefined }) {
  const { form: m } = useMessages(registrationFormMessages);
  const form = Form.useFormInstance<RegistrationValues>();
  const accountId = Form.useWatch('accountId', form);
  return (
    <>
      <Form.Item name="accountId" label={m.account}>
        <AccountPicker {...(account && { known: account })} placeholder={m.accountHint} />
      </Form.Item>
      {!accountId && (
        <Form.Item
          name="customerName"
          label={m.customerName}
          rules={[{ required: true, whitespace: true, min: 2, message: m.customerNeeded }]}
        >
          <Input maxLength={200} placeholder={m.customerHint} />
        </Form.Item>
      )}
    </>
  );
}

function LiveConflicts({ dealId }: { dealId: string | null }) {
  const form = Form.useFormInstance<RegistrationValues>();
  const accountId = Form.useWatch('accountId', form) ?? null;
  const typed = Form.useWatch('customerName', form)?.trim() ?? '';
  const name = useDeferredValue(Form.useWatch('name', form)?.trim() ?? '');
  const customerName = useDeferredValue(typed);
  const ready = name.length >= 2 && (accountId !== null || customerName.length >= 2);
  const { data } = useQuery({
    ...registrations.conflicts.queryOptions({
      input: { accountId, customerName: accountId ? null : customerName, name, dealId },
    }),
    enabled: ready,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  return (
    <div className={styles.within}>
      <ConflictList conflicts={ready ? data?.conflicts : undefined} />
    </div>
  );
}

function InterestFields() {
  const { form: m } = useMessages(registrationFormMessages);
  const form = Form.useFormInstance<RegistrationValues>();
  const declared = Form.useWatch('interest', form) === 'yes';
  return (
    <>
      <Form.Item
        name="interest"
        label={m.interest}
        extra={m.interestHint}
        rules={[{ required: true, message: m.interestNeeded }]}
      >
        <Radio.Group
          options={[
            { value: 'no', label: m.no },
            { value: 'yes', label: m.yes },
          ]}
        />
      </Form.Item>
      {declared && (
        <Form.Item
          name="interestNote"
          label={m.interestNote}
          rules={[{ required: true, whitespace: true, min: 2, message: m.interestNoteNeeded }]}
        >
          <Input maxLength={500} />
        </Form.Item>
      )}
    </>
  );
}
