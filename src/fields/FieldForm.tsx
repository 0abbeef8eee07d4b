import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { fieldTypes, type CustomNoun, type Field, type FieldType } from '#fields/field.ts';
import { fieldMessages } from '#fields/fields.messages.ts';
import { fieldClient } from '#fields/fields.queries.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useMessages } from '#ui/lang.tsx';

type Values = { label: string; labelEn?: string | null; key: string; type: FieldType; choices?: string[] };
type Props = { noun: CustomNoun; field?: Field; onSaved: () => void; onClose: () => void };

export function FieldForm({ noun, field, onSaved, onClose }: Props) {
  const m = useMessages(fieldMessages);
  const [type, setType] = useState<FieldType>(field?.type ?? 'text');
  const save = ({ label, labelEn, key, choices = [], type: chosen }: Values, version: number | undefined) =>
    field && version !== undefined
      ? fieldClient.update({ id: field.id, version, label, labelEn, choices })
      : fieldClient.create({ noun, label, labelEn, key, choices, type: chosen });
  const initial = field ? { ...field, labelEn: field.labelEn ?? undefined } : { type: 'text' as const };
  return (
    <FormDrawer<Values>
      open
      title={field ? m.edit : `${m.add} · ${m.nouns[noun]}`}
      initial={initial}
      version={field?.version}
      save={save}
      onSaved={onSaved}
      onClose={onClose}
    >
      <Form.Item name="label" label={m.label} rules={[{ required: true, whitespace: true, message: m.labelNeeded }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="labelEn" label={m.labelEn}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item
        name="key"
        label={m.key}
        extra={m.keyHint}
        rules={[{ required: true, pattern: /^[a-z][a-zA-Z0-9]{0,39}$/, message: m.keyShape }]}
      >
        <Input disabled={!!field} maxLength={40} spellCheck={false} />
      </Form.Item>
      <Form.Item name="type" label={m.type}>
        <Select
          disabled={!!field}
          options={fieldTypes.map((value) => ({ value, label: m.types[value] }))}
          onChange={(next: FieldType) => setType(next)}
        />
      </Form.Item>
      {(type === 'choice' || type === 'choices') && (
        <Form.Item
          name="choices"
          label={m.choices}
          extra={m.choicesHint}
          rules={[{ required: true, type: 'array', min: 1, message: m.choicesNeeded }]}
        >
          <Select mode="tags" open={false} suffixIcon={null} />
        </Form.Item>
      )}
    </FormDrawer>
  );
}
