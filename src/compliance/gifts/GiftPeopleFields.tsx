import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Form, InputNumber, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { GiftValues } from '#compliance/gifts/gift-values.ts';
import { giftFormMessages } from '#compliance/gifts/gift-form.messages.ts';
import styles from '#compliance/gifts/Gifts.module.css';
import { contacts } from '#people/contacts.queries.tsx';
import { minorDigits } from '#ui/amount.ts';
import { DayPicker } from '#ui/DayPicker.tsx';
import { useMessages } from '#ui/lang.tsx';

type Picked = { id: string; name: string };

/** Whom of the account's people, and how many more. */
export function GiftPeopleFields({ known }: { known: readonly Picked[] }) {
  const { form: m } = useMessages(giftFormMessages);
  return (
    <div className={styles.beside}>
      <Form.Item name="contactIds" label={m.people} extra={m.peopleHint}>
        <ContactsChoice known={known} />
      </Form.Item>
      <Form.Item name="unnamed" label={m.unnamed}>
        <InputNumber
          controls={false}
          min={0}
          max={500}
          precision={0}
          placeholder="0"
          inputMode="numeric"
          style={{ width: '100%' }}
        />
      </Form.Item>
    </div>
  );
}

type ChoiceProps = { id?: string; value?: string[]; onChange?: (ids: string[]) => void; known: readonly Picked[] };

function ContactsChoice({ known, value, ...rest }: ChoiceProps) {
  const { form: m } = useMessages(giftFormMessages);
  const form = Form.useFormInstance<GiftValues>();
  const accountId = Form.useWatch('accountId', form);
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim()) || undefined;
  const { data } = useQuery({
    ...contacts.list.queryOptions({ input: { accountId: accountId ?? '', search, sort: 'name', limit: 50 } }),
    enabled: Boolean(accountId),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const rows: Picked[] = data?.rows ?? [];
  const also = known.filter(({ id }) => !rows.some((row) => row.id === id) && value?.includes(id));
  return (
    <Select
      {...rest}
      mode="multiple"
      value={value}
      disabled={!accountId}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={m.peoplePick}
      notFoundContent={m.peopleNone}
      options={[...also, ...rows].map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

/** What all of it was worth, and when. */
export function GiftMoneyFields() {
  const { form: m } = useMessages(giftFormMessages);
  const form = Form.useFormInstance<GiftValues>();
  const currency = Form.useWatch('currency', form) ?? 'CNY';
  return (
    <div className={styles.halves}>
      <Form.Item name="amount" label={m.amount} rules={[{ required: true, message: m.amountNeeded }]}>
        <InputNumber
          controls={false}
          min={0.01}
          max={9_999_999_999}
          precision={/^[A-Z]{3}$/.test(currency) ? minorDigits(currency) : 2}
          suffix={currency}
          inputMode="decimal"
          style={{ width: '100%' }}
        />
      </Form.Item>
      <Form.Item name="on" label={m.on} rules={[{ required: true, message: m.onNeeded }]}>
        <DayPicker />
      </Form.Item>
    </div>
  );
}
