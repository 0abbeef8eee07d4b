import { Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { labelOf, type CustomNoun, type Field } from '#fields/field.ts';
import { fieldMessages } from '#fields/fields.messages.ts';
import { useFields } from '#fields/fields.queries.tsx';
import { DayPicker } from '#ui/DayPicker.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';

/** Form items of the company's own fields, under the name `custom`. */
export function CustomInputs({ noun }: { noun: CustomNoun }) {
  const lang = useLang();
  const m = useMessages(fieldMessages);
  return useFields(noun).map((field) => (
    <Form.Item key={field.key} name={['custom', field.key]} label={labelOf(field, lang)}>
      {inputOf(field, m)}
    </Form.Item>
  ));
}

function inputOf({ type, choices }: Field, m: { yes: string; no: string }): ReactNode {
  switch (type) {
    case 'number':
      return <InputNumber controls={false} style={{ width: '100%' }} />;
    case 'day':
      return <DayPicker />;
    case 'choice':
      return <Select allowClear showSearch options={choices.map((value) => ({ value, label: value }))} />;
    case 'choices':
      return <Select allowClear mode="multiple" options={choices.map((value) => ({ value, label: value }))} />;
    case 'yesNo':
      return (
        <Select
          allowClear
          options={[
            { value: true, label: m.yes },
            { value: false, label: m.no },
          ]}
        />
      );
    default:
      return <Input maxLength={2000} />;
  }
}

/** Cleared inputs as null, which clears the field. */
export function customOf(
  fields: readonly Field[],
  values: { [key: string]: unknown } = {},
): { [key: string]: unknown } {
  return Object.fromEntries(fields.map(({ key }) => [key, values[key] ?? null]));
}
