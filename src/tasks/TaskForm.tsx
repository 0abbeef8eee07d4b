import { Form, Input } from 'antd';
import { PersonPicker } from '#team/PersonPicker.tsx';
import { taskMessages } from '#tasks/tasks.messages.ts';
import { taskClient } from '#tasks/tasks.queries.tsx';
import type { Subject } from '#platform/subject.ts';
import { DayPicker } from '#ui/DayPicker.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useMessages } from '#ui/lang.tsx';
import { useSession } from '#ui/session.tsx';

export type ShownTask = {
  id: string;
  title: string;
  dueOn: string | null;
  ownerId: string;
  ownerName: string;
  doneAt: string | null;
  version: number;
  reviewId?: string | null;
};
type Values = { title: string; dueOn?: string | null; ownerId?: string };
type Props = { task?: ShownTask; subject?: Subject; onSaved: () => void; onClose: () => void };

export function TaskForm({ task, subject, onSaved, onClose }: Props) {
  const m = useMessages(taskMessages);
  const me = useSession().user;
  const about = subject && { subjectKind: subject.kind, subjectId: subject.id };
  const save = ({ dueOn = null, ...values }: Values, version: number | undefined) =>
    task && version !== undefined
      ? taskClient.update({ id: task.id, version, dueOn, ...values })
      : taskClient.create({ ...values, dueOn, ...about });
  return (
    <FormDrawer<Values>
      open
      title={task ? m.edit : m.add}
      initial={task ?? { ownerId: me.id }}
      version={task?.version}
      save={save}
      onSaved={onSaved}
      onClose={onClose}
    >
      <Form.Item name="title" label={m.what} rules={[{ required: true, whitespace: true, message: m.whatNeeded }]}>
        <Input maxLength={300} placeholder={m.whatHint} />
      </Form.Item>
      <Form.Item name="dueOn" label={m.due}>
        <DayPicker />
      </Form.Item>
      <Form.Item name="ownerId" label={m.owner}>
        <PersonPicker known={task ? { id: task.ownerId, name: task.ownerName } : { id: me.id, name: me.name }} />
      </Form.Item>
    </FormDrawer>
  );
}
