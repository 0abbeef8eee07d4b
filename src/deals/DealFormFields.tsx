import { Form, Input, Select } from 'antd';
import { origins } from '#method/scales.ts';
import { dealGrades } from '#deals/deal.ts';
import { Chips } from '#ui/Chips.tsx';
import { accounts } from '#deals/deals.queries.tsx';
import { dealMessages } from '#deals/deals.messages.ts';
import { AmountInput, useAmountRule } from '#deals/facts/AmountInput.tsx';
import { RecordPicker, type Pickable } from '#deals/RecordPicker.tsx';
import { DayPicker } from '#ui/DayPicker.tsx';
import { CustomInputs } from '#fields/CustomInputs.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';

/** What both new and edited deals ask, in the order in which people know it. */
export type DealValues = {
  name: string;
  accountId?: string | null;
  amount?: number | null;
  closeOn?: string | null;
  origin?: keyof typeof origins | null;
  grade?: (typeof dealGrades)[number] | null;
  tags?: string[];
  custom?: { [key: string]: unknown };
};

type Props = {
  account?: Pickable;
  /** An open deal is graded beside the proposal, with a reason where it differs. */
  graded?: boolean;
};

export function DealFormFields({ account, graded }: Props) {
  const m = useMessages(dealMessages);
  const amountRule = useAmountRule();
  const lang = useLang();
  return (
    <>
      <Form.Item name="name" label={m.name} rules={[{ required: true, whitespace: true, message: m.nameNeeded }]}>
        <Input maxLength={200} placeholder={m.nameHint} />
      </Form.Item>
      <Form.Item name="accountId" label={m.account}>
        <RecordPicker
          name="accounts"
          known={account}
          placeholder={m.accountHint}
          nothing={m.accountNone}
          find={findAccounts}
        />
      </Form.Item>
      <Form.Item name="amount" label={m.amount} rules={[amountRule]}>
        <AmountInput />
      </Form.Item>
      <Form.Item name="closeOn" label={m.closeOn}>
        <DayPicker />
      </Form.Item>
      <Form.Item name="origin" label={m.origin}>
        <Select
          allowClear
          placeholder={m.originHint}
          options={Object.entries(origins).map(([value, words]) => ({ value, label: words[lang] }))}
        />
      </Form.Item>
      {!graded && (
        <Form.Item name="grade" label={m.grade}>
          <GradeField label={m.grade} />
        </Form.Item>
      )}
      <Form.Item name="tags" label={m.tags}>
        <Select mode="tags" open={false} suffixIcon={null} placeholder={m.tagsHint} maxCount={30} />
      </Form.Item>
      <CustomInputs noun="deal" />
    </>
  );
}

type GradeProps = { label: string; value?: string | null; onChange?: (grade: string | null) => void };

function GradeField({ label, value, onChange }: GradeProps) {
  return (
    <Chips
      label={label}
      value={value ?? undefined}
      chips={dealGrades.map((grade) => ({ value: grade, label: grade }))}
      onChoose={(grade) => onChange?.(grade === value ? null : grade)}
    />
  );
}

export async function findAccounts(text: string): Promise<Pickable[]> {
  const { rows } = await accounts.list.call({
    ...(text && { search: text }),
    limit: 20,
    sort: 'updated',
    order: 'desc',
  });
  return rows.map((row) => ({ id: row.id, name: row.name, note: row.city ?? row.province }));
}
