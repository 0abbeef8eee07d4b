import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { ActDraft } from '#reviews/ActForm.tsx';
import { Comments } from '#reviews/Comments.tsx';
import styles from '#reviews/Review.module.css';
import { OnTheTable } from '#reviews/OnTheTable.tsx';
import { Reasons } from '#reviews/Reasons.tsx';
import { useReview } from '#reviews/review-context.tsx';
import { reviewMessages } from '#reviews/reviews.messages.ts';
import { reviewClient } from '#reviews/reviews.queries.tsx';
import type { ReviewItem } from '#reviews/review-page.ts';
import { SessionSide } from '#reviews/SessionSide.tsx';
import { GateScore } from '#deals/GateScore.tsx';
import { DayText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { Tag } from '#ui/Tag.tsx';

const ActForm = onDemand(async () => (await import('#reviews/ActForm.tsx')).ActForm);

type Props = { item: ReviewItem; onShow: (itemId: string) => void };

/** One deal on the table: what is known of it on one side, what is said and decided on the other. */
export function DealItem({ item, onShow }: Props) {
  useFetchSoon(ActForm);
  const m = useMessages(reviewMessages);
  const lang = useLang();
  const { page, send, writable } = useReview();
  const [draft, setDraft] = useState<ActDraft>();
  const { review, items } = page;
  const { agenda, deal } = item;
  const next = items.find(({ id, discussed }) => id !== item.id && !discussed);
  const discussed = (done: boolean) =>
    send(() => reviewClient.write({ id: review.id, itemId: item.id, version: item.version, discussed: done }));
  const finish = async () => {
    if ((await discussed(true)) && next) onShow(next.id);
  };
  return (
    <article className={styles.item} aria-label={deal.name}>
      <header className={styles.itemHead}>
        <div className={styles.itemWords}>
          <h2>
            <Link to={`/deals/${deal.id}`}>{deal.name}</Link>
            {deal.state !== 'open' && <Tag>{m.deal.states[deal.state]}</Tag>}
          </h2>
          <div className={styles.itemFacts}>
            {deal.accountName && <span>{deal.accountName}</span>}
            <PersonText name={agenda.ownerName} />
            <MoneyText amount={agenda.amount} currency={agenda.currency} />
            <span>
              {agenda.stage[lang]} · {m.deal.days(agenda.days, agenda.usualDays)}
            </span>
            <GateScore met={agenda.gateMet} total={agenda.gateTotal} />
            <span>
              {m.deal.closeOn} <DayText day={agenda.closeOn} due={deal.state === 'open'} />
            </span>
          </div>
          <Reasons reasons={item.reasons} />
        </div>
        {review.state === 'running' && writable && (
          <div className={styles.itemActs}>
            {item.discussed ? (
              <Button onClick={() => void discussed(false)}>{m.page.notDiscussed}</Button>
            ) : (
              <Button type="primary" ghost onClick={() => void finish()}>
                {next ? m.page.next : m.page.discussed}
              </Button>
            )}
          </div>
        )}
      </header>
      <div className={styles.sides}>
        <OnTheTable agenda={agenda} frozen={item.frozen} onGive={writable ? setDraft : undefined} />
        <div className={styles.side}>
          <SessionSide item={item} onGive={setDraft} />
          <Comments item={item} />
        </div>
      </div>
      {draft && <ActForm item={item} draft={draft} onClose={() => setDraft(undefined)} />}
    </article>
  );
}
