import { Form } from 'antd';
import { PersonPicker } from '#team/PersonPicker.tsx';
import { teamMessages } from '#team/team.messages.ts';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useMessages } from '#ui/lang.tsx';
import { ChosenNames } from '#ui/list/ChosenNames.tsx';
import { listMessages } from '#ui/list/list.messages.ts';
import { useCarryOut } from '#ui/list/useCarryOut.tsx';
import type { HandOverProps } from '#ui/list/useManyActs.tsx';

type Values = { ownerId: string };

/** Gives selected records to a colleague. */
export function HandOverManyPanel({ rows, assign, onDone, onClose }: HandOverProps) {
  const m = useMessages(listMessages);
  const words = useMessages(teamMessages);
  const carryOut = useCarryOut();
  const save = ({ ownerId }: Values) =>
    carryOut({
      send: assign,
      rows,
      after: () => ({ ownerId }),
      before: (at) => ({ ownerId: rows[at]!.ownerId }),
      told: m.handedOver,
    });
  return (
    <FormDrawer<Values>
      open
      width={420}
      title={m.handOverTitle(rows.length)}
      saveLabel={m.handOver}
      initial={{}}
      save={save}
      onSaved={onDone}
      onClose={onClose}
    >
      <ChosenNames rows={rows} />
      <Form.Item name="ownerId" label={words.heir} rules={[{ required: true, message: words.heirNeeded }]}>
        <PersonPicker />
      </Form.Item>
    </FormDrawer>
  );
}
