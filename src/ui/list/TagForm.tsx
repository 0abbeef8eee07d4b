import { Form, Select } from 'antd';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useMessages } from '#ui/lang.tsx';
import type { BulkFormProps } from '#ui/list/BulkBar.tsx';
import { ChosenNames } from '#ui/list/ChosenNames.tsx';
import { listMessages } from '#ui/list/list.messages.ts';
import { useCarryOut } from '#ui/list/useCarryOut.tsx';
import type { ManyRow, Tag } from '#ui/list/useManyActs.tsx';

type Values = { add?: string[]; remove?: string[] };
type Props = BulkFormProps<ManyRow> & { tag: Tag; known?: readonly string[] | undefined };

/** Adds and removes tags of many records at once. */
export function TagForm({ rows, tag, known = [], onDone, onClose }: Props) {
  const m = useMessages(listMessages);
  const carryOut = useCarryOut();
  const present = [...new Set(rows.flatMap((row) => row.tags))].toSorted();
  const save = async ({ add = [], remove = [] }: Values) => {
    const wanted = add.map((word) => word.trim()).filter(Boolean);
    await carryOut({
      send: tag,
      rows,
      after: (at) => ({ tags: [...new Set([...rows[at]!.tags.filter((one) => !remove.includes(one)), ...wanted])] }),
      before: (at) => ({ tags: rows[at]!.tags }),
      told: m.tagged,
    });
  };
  return (
    <FormDrawer<Values>
      open
      width={420}
      title={m.tagTitle(rows.length)}
      initial={{}}
      save={save}
      onSaved={onDone}
      onClose={onClose}
    >
      <ChosenNames rows={rows} />
      <Form.Item name="add" label={m.addTags}>
        <Select
          mode="tags"
          maxCount={10}
          placeholder={m.addTagsHint}
          options={choices([...new Set([...known, ...present])])}
        />
      </Form.Item>
      <Form.Item name="remove" label={m.removeTags}>
        <Select
          mode="multiple"
          disabled={present.length === 0}
          placeholder={present.length === 0 ? m.removeTagsNone : m.removeTagsHint}
          options={choices(present)}
        />
      </Form.Item>
    </FormDrawer>
  );
}

function choices(some: readonly string[]) {
  return some.map((value) => ({ value, label: value }));
}
