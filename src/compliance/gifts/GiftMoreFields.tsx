import { Checkbox, Form, Select } from 'antd';
import type { Gift } from '#compliance/gifts/gift.ts';
import type { GiftValues } from '#compliance/gifts/gift-values.ts';
import { giftFormMessages } from '#compliance/gifts/gift-form.messages.ts';
import { dealClient } from '#deals/deals.queries.tsx';
import { RecordPicker } from '#deals/RecordPicker.tsx';
import { PersonPicker } from '#team/PersonPicker.tsx';
import { useMessages } from '#ui/lang.tsx';
import { useSession } from '#ui/session.tsx';

const currencies = ['CNY', 'HKD', 'USD', 'EUR', 'JPY', 'GBP', 'SGD'];

/** What most entries need not say. */
export function GiftMoreFields({ known }: { known?: Gift | undefined }) {
  const { form: m } = useMessages(giftFormMessages);
  const form = Form.useFormInstance<GiftValues>();
  const accountId = Form.useWatch('accountId', form);
  const { user } = useSession();
  const deal = known?.dealId ? { id: known.dealId, name: known.dealName ?? '' } : undefined;
  return (
    <>
      <Form.Item name="official" valuePropName="checked">
        <Checkbox>{m.official}</Checkbox>
      </Form.Item>
      <Form.Item name="dealId" label={m.deal}>
        <RecordPicker
          name={`gift-deals ${accountId ?? ''}`}
          known={deal}
          nothing={m.dealNone}
          find={async (search) =>
            accountId ? (await dealClient.list({ accountId, search: search || undefined, limit: 20 })).rows : []
          }
        />
      </Form.Item>
      <Form.Item name="ownerId" label={m.owner} extra={m.ownerHint}>
        <PersonPicker
          allowClear
          known={known ? { id: known.ownerId, name: known.ownerName } : user}
          placeholder={user.name}
        />
      </Form.Item>
      <Form.Item name="currency" label={m.currency}>
        <Select options={currencies.map((value) => ({ value, label: value }))} />
      </Form.Item>
    </>
  );
}
