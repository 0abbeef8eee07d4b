import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Drawer, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Reasons } from '#reviews/Reasons.tsx';
import { useReview } from '#reviews/review-context.tsx';
import styles from '#reviews/Review.module.css';
import { reviewMessages } from '#reviews/reviews.messages.ts';
import { reviewClient, reviews } from '#reviews/reviews.queries.tsx';
import type { TalkReason } from '#reviews/need-to-talk.ts';
import { dealsContract } from '#deals/deals.contract.ts';
import { queriesFor } from '#ui/client.tsx';
import { useMessages } from '#ui/lang.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';

const deals = queriesFor(dealsContract, 'deals');

type Offered = {
  id: string;
  name: string;
  accountName: string | null;
  ownerName: string | null;
  amount: number | null;
  currency: string;
  reasons?: readonly TalkReason[];
};

/** Those that most need talk are offered; any other is found by its name. */
export function AddDeals({ onClose }: { onClose: () => void }) {
  const { candidates: m } = useMessages(reviewMessages);
  const isPhone = useIsPhone();
  const { page, send } = useReview();
  const { review, items } = page;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const search = useDeferredValue(text).trim();
  const offered = useQuery(reviews.candidates.queryOptions({ input: { id: review.id } }));
  const found = useQuery({
    ...deals.list.queryOptions({ input: { search, limit: 20 } }),
    enabled: search !== '',
  });
  const source = search === '' ? offered : found;
  const there = new Set(items.map(({ deal }) => deal.id));
  const rows: readonly Offered[] = (source.data?.rows ?? []).filter(({ id }) => !there.has(id));
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const add = async () => {
    const dealIds = [...there, ...chosen];
    if (await send(() => reviewClient.setAgenda({ id: review.id, version: review.version, dealIds }))) onClose();
  };
  return (
    <Drawer
      open
      title={m.title}
      size={isPhone ? '100%' : 520}
      onClose={onClose}
      footer={
        <Button type="primary" block disabled={chosen.length === 0} onClick={() => void add()}>
          {m.chosen(chosen.length)}
        </Button>
      }
    >
      <Input.Search
        allowClear
        aria-label={m.search}
        placeholder={m.search}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <RefusalAlert error={source.error} onRetry={() => void source.refetch()} />
      {source.isPending && <SkeletonLines lines={5} />}
      {source.isSuccess && rows.length === 0 && <p className={styles.quiet}>{m.none}</p>}
      <ul className={styles.offers}>
        {rows.map((row) => (
          <li key={row.id}>
            <Checkbox checked={chosen.includes(row.id)} onChange={() => toggle(row.id)}>
              <strong>{row.name}</strong>
              <span className={styles.itemFacts}>
                <span>{row.accountName}</span>
                <span>{row.ownerName}</span>
                <MoneyText amount={row.amount} currency={row.currency} />
              </span>
              <Reasons reasons={row.reasons ?? []} />
            </Checkbox>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
