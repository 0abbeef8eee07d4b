import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { AccountPicker } from '#accounts/AccountPicker.tsx';
import { askedKinds, directions, type Gift } from '#compliance/gifts/gift.ts';
import { directionWords, kindWords } from '#compliance/gifts/gift-words.ts';
import { giftFormMessages } from '#compliance/gifts/gift-form.messages.ts';
import { giftClient, gifts } from '#compliance/gifts/gifts.queries.tsx';
import { fieldsFrom, valuesOf, type GiftValues } from '#compliance/gifts/gift-values.ts';
import { GiftMoreFields } from '#compliance/gifts/GiftMoreFields.tsx';
import { GiftMoneyFields, GiftPeopleFields } from '#compliance/gifts/GiftPeopleFields.tsx';
import { GiftSums } from '#compliance/gifts/GiftSums.tsx';
import styles from '#compliance/gifts/Gifts.module.css';
import { timeline } from '#timeline/Timeline.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { useToday } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';

type Picked = { id: string; name: string };
type Props = {
  account?: Picked;
  contact?: Picked;
  /** The entry that the new one takes the place of. */
  corrects?: Gift;
  onSaved?: (gift: { id: string }) => void;
  onClose: () => void;
};

/** A gift or hospitality, with everybody's sums of the year beside, before it is saved. */
export function GiftForm({ account, contact, corrects, onSaved, onClose }: Props) {
  const { form: m } = useMessages(giftFormMessages);
  const lang = useLang();
  const today = useToday();
  const queries = useQueryClient();
  const [asks, setAsks] = useState(false);
  const known = corrects ? { id: corrects.accountId, name: corrects.accountName } : account;
  const people = corrects?.people ?? (contact ? [contact] : []);
  const save = async (values: GiftValues) => {
    const reason = values.reason?.trim();
    const gift = await giftClient.register({
      ...fieldsFrom(values),
      ...(corrects && reason && { corrects: { id: corrects.id, reason } }),
    });
    await Promise.all([
      queries.invalidateQueries({ queryKey: gifts.key() }),
      queries.invalidateQueries({ queryKey: timeline.key() }),
    ]);
    toast(gift.state === 'requested' ? m.asked : m.saved);
    onSaved?.(gift);
  };
  const kinds = askedKinds.map((value) => ({ value, label: value === 'cash' ? m.cash : kindWords[value][lang] }));
  return (
    <FormDrawer<GiftValues>
      open
      title={corrects ? m.correcting : m.title}
      initial={
        corrects
          ? valuesOf(corrects)
          : {
              direction: 'given',
              kind: 'gift',
              on: today,
              currency: 'CNY',
              accountId: account?.id,
              contactIds: people.map(({ id }) => id),
            }
      }
      save={save}
      saveLabel={asks ? m.ask : m.save}
      onClose={onClose}
    >
      {corrects && (
        <Form.Item
          name="reason"
          label={m.reason}
          rules={[{ required: true, whitespace: true, min: 2, message: m.reasonNeeded }]}
        >
          <Input maxLength={500} />
        </Form.Item>
      )}
      <Form.Item name="direction" label={m.direction}>
        <Segmented
          aria-label={m.direction}
          block
          options={directions.map((value) => ({ value, label: directionWords[value][lang] }))}
        />
      </Form.Item>
      <Form.Item name="kind" label={m.kind}>
        <Select options={kinds} />
      </Form.Item>
      <Form.Item name="accountId" label={m.account} rules={[{ required: true, message: m.accountNeeded }]}>
        <AccountPicker known={known} placeholder={m.account} />
      </Form.Item>
      <GiftPeopleFields known={people} />
      <GiftMoneyFields />
      <Form.Item
        name="purpose"
        label={m.purpose}
        rules={[{ required: true, whitespace: true, min: 2, message: m.purposeNeeded }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} placeholder={m.purposeHint} />
      </Form.Item>
      <GiftSums correctsId={corrects?.id} onOutcome={setAsks} />
      <details className={styles.more}>
        <summary>{m.more}</summary>
        <GiftMoreFields known={corrects} />
      </details>
    </FormDrawer>
  );
}
