import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { MembersField } from '#reviews/MembersField.tsx';
import { useReview } from '#reviews/review-context.tsx';
import { reviewMessages } from '#reviews/reviews.messages.ts';
import { reviewClient, reviewQuery } from '#reviews/reviews.queries.tsx';
import type { Review } from '#reviews/review.ts';
import { DayPicker } from '#ui/DayPicker.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useMessages } from '#ui/lang.tsx';

type Values = { name: string; on: string; memberIds: string[] };

const valuesOf = ({ name, on, members, chairId }: Review): Values => ({
  name,
  on,
  memberIds: members.map(({ id }) => id).filter((id) => id !== chairId),
});

/** Its name, its day, who comes. */
export function EditReview({ onClose }: { onClose: () => void }) {
  const m = useMessages(reviewMessages);
  const queries = useQueryClient();
  const { page, refresh } = useReview();
  const { review } = page;
  const nameOf = (id: string) => review.members.find((member) => member.id === id)?.name ?? '';
  return (
    <FormDrawer<Values>
      open
      title={m.page.edit}
      initial={valuesOf(review)}
      version={review.version}
      save={async (values, version) => {
        const memberIds = values.memberIds.filter(Boolean);
        await reviewClient.update({ ...values, memberIds, id: review.id, version: version ?? review.version });
        await refresh();
      }}
      latest={async () => {
        const now = await queries.fetchQuery({ ...reviewQuery(review.id), staleTime: 0 });
        return { version: now.review.version, values: valuesOf(now.review) };
      }}
      fields={{
        name: { label: m.form.name },
        on: { label: m.form.on },
        memberIds: { label: m.form.members, show: (ids) => ids?.map(nameOf).join(' ') },
      }}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={m.form.name}
        rules={[{ required: true, whitespace: true, message: m.form.nameNeeded }]}
      >
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="on" label={m.form.on} rules={[{ required: true, message: m.form.onNeeded }]}>
        <DayPicker />
      </Form.Item>
      <MembersField known={review.members} />
    </FormDrawer>
  );
}
