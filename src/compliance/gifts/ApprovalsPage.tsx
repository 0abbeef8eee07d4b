import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { DecideForm } from '#compliance/gifts/DecideForm.tsx';
import type { Gift } from '#compliance/gifts/gift.ts';
import { giftMessages } from '#compliance/gifts/gifts.messages.ts';
import { gifts } from '#compliance/gifts/gifts.queries.tsx';
import { useGiftWords } from '#compliance/gifts/useGiftWords.tsx';
import styles from '#compliance/gifts/Gifts.module.css';
import { DayText } from '#ui/DayText.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMessages } from '#ui/lang.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import { Tag } from '#ui/Tag.tsx';

/** What waits for the reader's yes or no, the day it is about first. */
export function ApprovalsPage() {
  const m = useMessages(giftMessages);
  const query = useInfiniteQuery(
    gifts.list.infiniteOptions({
      input: (after: string | undefined) => ({ toDecide: true, limit: 20, order: 'asc' as const, after }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <PageHeader title={m.approvalsTitle} back={{ to: '/compliance/gifts', label: m.page.back }} />
      <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />
      {!query.data && !query.error && <SkeletonLines lines={8} />}
      {query.data && rows.length === 0 && (
        <SectionCard>
          <EmptyState
            title={m.approvalsEmpty}
            hint={m.approvalsHint}
            act={<Link to="/compliance/gifts">{m.seeAll}</Link>}
          />
        </SectionCard>
      )}
      <ul className={styles.requests}>
        {rows.map((gift) => (
          <Request key={gift.id} gift={gift} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {m.older}
        </Button>
      )}
    </>
  );
}

function Request({ gift }: { gift: Gift }) {
  const m = useMessages(giftMessages);
  const words = useGiftWords();
  return (
    <li>
      <SectionCard
        title={gift.accountName}
        note={words.what(gift)}
        acts={<Link to={`/compliance/gifts/${gift.id}`}>{m.decide.open}</Link>}
      >
        <div className={styles.request}>
          <p className={styles.facts}>
            <strong>
              <MoneyText amount={gift.amount} currency={gift.currency} exact />
            </strong>
            <span>
              {m.columns.perPerson} <MoneyText amount={gift.perPerson} currency={gift.currency} exact />
            </span>
            <DayText day={gift.on} />
            <PersonText name={gift.ownerName} />
          </p>
          <p className={styles.facts}>
            <span>{words.people(gift)}</span>
            {gift.official && <Tag tone="warn">{m.official}</Tag>}
          </p>
          <p>{gift.purpose}</p>
          <Exceeds gift={gift} />
          <DecideForm id={gift.id} />
        </div>
      </SectionCard>
    </li>
  );
}

/** The limits that it was above when it was registered. */
export function Exceeds({ gift }: { gift: Gift }) {
  const words = useGiftWords();
  return (
    <ul className={styles.exceeds}>
      {gift.exceeds.map((exceeded) => (
        <li key={`${exceeded.limit} ${exceeded.who}`}>{words.exceeded(exceeded, gift)}</li>
      ))}
    </ul>
  );
}
