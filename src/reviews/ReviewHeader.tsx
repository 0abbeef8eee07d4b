import { EditOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useReview } from '#reviews/review-context.tsx';
import styles from '#reviews/Review.module.css';
import { reviewMessages } from '#reviews/reviews.messages.ts';
import { reviewClient } from '#reviews/reviews.queries.tsx';
import { stateTones } from '#reviews/state-tones.ts';
import { DayText } from '#ui/DayText.tsx';
import { useMessages } from '#ui/lang.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { Tag } from '#ui/Tag.tsx';

const dialogs = {
  edit: onDemand(async () => (await import('#reviews/EditReview.tsx')).EditReview),
  add: onDemand(async () => (await import('#reviews/AddDeals.tsx')).AddDeals),
  close: onDemand(async () => (await import('#reviews/CloseReview.tsx')).CloseReview),
};

/** Which review, when, who is in it; what its chair may do now. */
export function ReviewHeader() {
  useFetchSoon(...Object.values(dialogs));
  const m = useMessages(reviewMessages);
  const { page, send } = useReview();
  const { review, may } = page;
  const [open, setOpen] = useState<keyof typeof dialogs>();
  const Dialog = open && dialogs[open];
  const lead = may.lead && review.state !== 'closed';
  const { id, version } = review;
  return (
    <>
      <PageHeader
        back={{ to: '/reviews', label: m.page.back }}
        title={review.name}
        mark={<Tag tone={stateTones[review.state]}>{m.states[review.state]}</Tag>}
        facts={
          <>
            <DayText day={review.on} relative={review.state === 'planned'} />
            {review.teamName && <span>{review.teamName}</span>}
            <span className={styles.people}>
              {m.page.chair} <PersonText name={review.chairName} />
            </span>
            {review.members.length > 1 && (
              <span className={styles.people}>
                {m.page.members}{' '}
                {review.members
                  .filter((member) => member.id !== review.chairId)
                  .map((member) => (
                    <PersonText key={member.id} name={member.name} />
                  ))}
              </span>
            )}
          </>
        }
        acts={
          <>
            <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
              {m.page.print}
            </Button>
            {lead && (
              <Button icon={<EditOutlined />} onClick={() => setOpen('edit')}>
                {m.page.edit}
              </Button>
            )}
            {lead && (
              <Button icon={<PlusOutlined />} onClick={() => setOpen('add')}>
                {m.page.add}
              </Button>
            )}
            {lead && review.state === 'planned' && (
              <Button type="primary" onClick={() => void send(() => reviewClient.start({ id, version }))}>
                {m.page.start}
              </Button>
            )}
            {lead && review.state === 'running' && (
              <Button type="primary" onClick={() => setOpen('close')}>
                {m.page.close}
              </Button>
            )}
          </>
        }
      />
      {Dialog && <Dialog onClose={() => setOpen(undefined)} />}
    </>
  );
}
