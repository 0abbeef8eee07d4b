import { PlusOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ActDraft } from '#reviews/ActForm.tsx';
import { AutosavedText } from '#reviews/AutosavedText.tsx';
import { Questions } from '#reviews/Questions.tsx';
import { useReview } from '#reviews/review-context.tsx';
import { reviewMessages } from '#reviews/reviews.messages.ts';
import { reviewClient } from '#reviews/reviews.queries.tsx';
import type { ReviewItem } from '#reviews/review-page.ts';
import styles from '#reviews/SessionSide.module.css';
import { actTones } from '#reviews/state-tones.ts';
import { Vulnerabilities } from '#reviews/Vulnerabilities.tsx';
import { DayText } from '#ui/DayText.tsx';
import { useMessages } from '#ui/lang.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { Tag } from '#ui/Tag.tsx';

type Props = { item: ReviewItem; onGive: (draft: ActDraft) => void };

/** What is asked, what could lose it, who does what by when, what was decided. */
export function SessionSide({ item, onGive }: Props) {
  const { session: m } = useMessages(reviewMessages);
  const { writable } = useReview();
  return (
    <>
      <Questions item={item} />
      <Vulnerabilities item={item} onGive={onGive} />
      <SectionCard
        title={m.acts}
        note={item.acts.length || undefined}
        acts={
          writable && (
            <Button type="text" icon={<PlusOutlined />} onClick={() => onGive({})}>
              {m.addAct}
            </Button>
          )
        }
      >
        <Acts item={item} />
      </SectionCard>
      <Written item={item} field="decision" rows={2} />
      <Written item={item} field="notes" rows={4} />
    </>
  );
}

function Acts({ item }: { item: ReviewItem }) {
  const m = useMessages(reviewMessages);
  if (item.acts.length === 0) return <p className={styles.quiet}>{m.session.noActs}</p>;
  return (
    <ul className={styles.lines}>
      {item.acts.map((act) => (
        <li key={act.taskId}>
          <Link to={`/deals/${item.deal.id}?tab=records`} className={styles.words}>
            {act.title}
          </Link>
          <span className={styles.facts}>
            <PersonText name={act.ownerName} />
            <DayText day={act.dueOn} due={act.state === 'late' || act.state === 'open'} />
            <Tag tone={actTones[act.state]}>{m.last.actStates[act.state]}</Tag>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Written({ item, field, rows }: { item: ReviewItem; field: 'decision' | 'notes'; rows: number }) {
  const { session: m } = useMessages(reviewMessages);
  const { page, writable, refresh } = useReview();
  const save = async (text: string) => {
    await reviewClient.write({ id: page.review.id, itemId: item.id, version: item.version, [field]: text });
    await refresh();
  };
  return (
    <SectionCard title={m[field]}>
      {writable ? (
        <AutosavedText
          label={m[field]}
          hint={field === 'decision' ? m.decisionHint : m.notesHint}
          text={item[field]}
          by={item.updatedByName}
          rows={rows}
          save={save}
          refresh={refresh}
        />
      ) : (
        <p className={item[field] ? styles.said : styles.quiet}>{item[field] || m.nothing}</p>
      )}
    </SectionCard>
  );
}
