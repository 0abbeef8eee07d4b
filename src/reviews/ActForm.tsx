import { Form, Input } from 'antd';
import { useReview } from '#reviews/review-context.tsx';
import { reviewMessages } from '#reviews/reviews.messages.ts';
import { reviewClient } from '#reviews/reviews.queries.tsx';
import type { ReviewItem } from '#reviews/review-page.ts';
import { addDays } from '#shared/day.ts';
import { PersonPicker } from '#team/PersonPicker.tsx';
import { DayPicker } from '#ui/DayPicker.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useMessages } from '#ui/lang.tsx';
import { useToday } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';

/** What an act begins with: the next act of a miss, the vulnerability that it answers, or nothing. */
export type ActDraft = { title?: string; dueOn?: string; checkId?: string; pointId?: string };
type Values = { title: string; ownerId: string; dueOn: string };
type Props = { item: ReviewItem; draft: ActDraft; onClose: () => void };

const WEEK = 7;

/** Who does what by when; it goes on the owner's list. */
export function ActForm({ item, draft, onClose }: Props) {
  const { act: m } = useMessages(reviewMessages);
  const today = useToday();
  const { page, refresh } = useReview();
  const { deal } = item;
  const owner = deal.ownerId && deal.ownerName ? { id: deal.ownerId, name: deal.ownerName } : undefined;
  const { title, dueOn, ...more } = draft;
  const point = item.points.find(({ id }) => id === draft.pointId);
  const save = async (values: Values) => {
    const { ownerName } = await reviewClient.addAct({ id: page.review.id, itemId: item.id, ...values, ...more });
    toast(m.made(ownerName));
    await refresh();
  };
  return (
    <FormDrawer<Values>
      open
      title={m.title}
      initial={{ title: title?.slice(0, 300), ownerId: owner?.id, dueOn: dueOn ?? addDays(today, WEEK) }}
      save={save}
      saveLabel={m.save}
      onClose={onClose}
    >
      {point && <p>{point.text}</p>}
      <Form.Item name="title" label={m.what} rules={[{ required: true, whitespace: true, message: m.whatNeeded }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} />
      </Form.Item>
      <Form.Item name="ownerId" label={m.owner} rules={[{ required: true, message: m.ownerNeeded }]}>
        <PersonPicker known={owner} />
      </Form.Item>
      <Form.Item name="dueOn" label={m.due} rules={[{ required: true, message: m.dueNeeded }]}>
        <DayPicker />
      </Form.Item>
    </FormDrawer>
  );
}
