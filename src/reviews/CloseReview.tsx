import { Form, Input } from 'antd';
import { useReview } from '#reviews/review-context.tsx';
import { reviewMessages } from '#reviews/reviews.messages.ts';
import { reviewClient } from '#reviews/reviews.queries.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { toast } from '#ui/toast.tsx';

/** What was talked about, what is still undecided, and the sum of it. */
export function CloseReview({ onClose }: { onClose: () => void }) {
  const { close: m } = useMessages(reviewMessages);
  const lang = useLang();
  const { page, refresh } = useReview();
  const { review, items } = page;
  const discussed = items.filter((item) => item.discussed || item.notes || item.decision || item.acts.length > 0);
  const undecided = discussed.filter(({ decision }) => decision.trim() === '').map(({ deal }) => deal.name);
  const acts = items.reduce((sum, item) => sum + item.acts.length, 0);
  return (
    <FormDrawer<{ summary: string }>
      open
      title={m.title}
      initial={{ summary: review.summary ?? '' }}
      version={review.version}
      save={async ({ summary }, version) => {
        await reviewClient.close({ id: review.id, version: version ?? review.version, summary });
        await refresh();
        toast(m.done);
      }}
      latest={() => Promise.resolve({ version: review.version, values: {} })}
      saveLabel={m.save}
      onClose={onClose}
    >
      <p>{m.counts(discussed.length, items.length, acts)}</p>
      {undecided.length > 0 && <p>{m.undecided(undecided.join(lang === 'zh' ? '、' : ', '))}</p>}
      <Form.Item name="summary" label={m.summary} extra={m.hint}>
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 20 }} maxLength={20_000} />
      </Form.Item>
    </FormDrawer>
  );
}
