import { Button, Checkbox, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { type Strength, strengths } from '#method/evidence.ts';
import { messages } from '#method/method.messages.ts';
import { Chips } from '#ui/Chips.tsx';
import { AmountInput, useAmountRule } from '#deals/facts/AmountInput.tsx';
import { useInformation } from '#information/information-context.tsx';
import { informationMessages } from '#information/information.messages.ts';
import type { RecordedRow, Told } from '#information/information.ts';
import { type InformationList, informationLists, type RowOf } from '#information/information-row.ts';
import { rowFrom, valuesOf, type RowValues } from '#information/row-values.ts';
import { SourceFields, usualStrength } from '#information/SourceFields.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { padMessages } from '#ui/pad/pad.messages.ts';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { useToday } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';

type Props = {
  list: InformationList;
  known: RecordedRow | undefined;
  /** Of a new row: who told it, where the first tap said so. */
  contactId: string | undefined;
  place: number;
  onClose: () => void;
};

/** A row of a table, new or as it is known, with who told it. */
export function RowForm({ list, known, contactId, place, onClose }: Props) {
  const { table: m } = useMessages(informationMessages);
  const { hints } = useMessages(padMessages);
  const words = useMessages(messages);
  const failures = useMessages(failureMessages);
  const lang = useLang();
  const today = useToday();
  const { commands, couldTell } = useInformation();
  const [source, setSource] = useState<Told['source']>(
    known ? { ...known.source } : contactId ? { kind: 'contact', contactId } : { kind: 'observation' },
  );
  const [day, setDay] = useState(today);
  const [strength, setStrength] = useState<Strength>();
  const name = informationLists[list].name[lang];
  const sure = strength ?? known?.strength ?? usualStrength(source.kind);
  const save = async (values: RowValues) => {
    const { kind, note } = source;
    const told: Told = {
      source: { kind, contactId: source.contactId ?? null, note: note ?? null },
      observedOn: day,
      strength: sure,
    };
    const content: RowOf = rowFrom(list, values, known?.content, place);
    await commands.recordRow({ ...(known && { rowId: known.rowId }), version: known?.version ?? 0, content, told });
    toast(m.saved);
  };
  const remove = async () => {
    if (!known) return;
    try {
      await commands.remove({ item: list, rowId: known.rowId, version: known.version });
      toast(m.removed);
      onClose();
    } catch (error) {
      toast(wordsOf(error, failures), { tone: 'bad' });
    }
  };
  return (
    <FormDrawer<RowValues>
      open
      title={known ? m.editRow(name) : m.addRow(name)}
      initial={known ? valuesOf(known.content) : { step: place }}
      save={save}
      onClose={onClose}
    >
      <RowFields list={list} />
      <SourceFields people={couldTell[list] ?? []} source={source} onSource={setSource} day={day} onDay={setDay} />
      <Form.Item label={m.strength}>
        <Chips
          label={m.strength}
          value={sure}
          chips={strengths.map((value) => ({ value, label: words.strengths[value], title: hints[value] }))}
          onChoose={setStrength}
        />
      </Form.Item>
      {known && (
        <Button danger type="text" onClick={() => void remove()}>
          {m.remove}
        </Button>
      )}
    </FormDrawer>
  );
}

function RowFields({ list }: { list: InformationList }) {
  const { table: m } = useMessages(informationMessages);
  const amountRule = useAmountRule();
  const needed = [{ required: true, whitespace: true, message: m.needed }];
  if (list === 'installed')
    return (
      <>
        <Form.Item name="use" label={m.use} rules={needed}>
          <Input maxLength={500} placeholder={m.useHint} />
        </Form.Item>
        <Form.Item name="brand" label={m.brand}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="model" label={m.model}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="quantity" label={m.quantity}>
          <InputNumber min={0} max={1_000_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="sinceYear" label={m.sinceYear}>
          <InputNumber min={1950} max={2100} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="ours" valuePropName="checked">
          <Checkbox>{m.ours}</Checkbox>
        </Form.Item>
      </>
    );
  if (list === 'approval')
    return (
      <>
        <Form.Item name="step" label={m.step} rules={[{ required: true, message: m.needed }]}>
          <InputNumber min={1} max={30} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="who" label={m.who} rules={needed}>
          <Input maxLength={500} placeholder={m.whoHint} />
        </Form.Item>
        <Form.Item name="upTo" label={m.upTo} extra={m.upToHint} rules={[amountRule]}>
          <AmountInput />
        </Form.Item>
        <Form.Item name="does" label={m.does}>
          <Input maxLength={200} placeholder={m.doesHint} />
        </Form.Item>
      </>
    );
  return (
    <>
      <Form.Item name="name" label={m.name} rules={needed}>
        <Input maxLength={500} />
      </Form.Item>
      {(['solution', 'price', 'quality', 'service', 'relations', 'support'] as const).map((field) => (
        <Form.Item key={field} name={field} label={m[field]}>
          <Input maxLength={200} />
        </Form.Item>
      ))}
    </>
  );
}
