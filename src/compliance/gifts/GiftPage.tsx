import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { Exceeds } from '#compliance/gifts/ApprovalsPage.tsx';
import { AssessmentLines } from '#compliance/gifts/AssessmentLines.tsx';
import { DecideForm } from '#compliance/gifts/DecideForm.tsx';
import type { Gift } from '#compliance/gifts/gift.ts';
import { stateWords } from '#compliance/gifts/gift-words.ts';
import { giftMessages } from '#compliance/gifts/gifts.messages.ts';
import { gifts } from '#compliance/gifts/gifts.queries.tsx';
import { stateTones } from '#compliance/gifts/state-tones.ts';
import { useGiftWords } from '#compliance/gifts/useGiftWords.tsx';
import { VoidForm } from '#compliance/gifts/VoidForm.tsx';
import styles from '#compliance/gifts/Gifts.module.css';
import { DayText, InstantText } from '#ui/DayText.tsx';
import { KnownFacts } from '#ui/KnownFacts.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { isNotThere } from '#ui/refused.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useSession } from '#ui/session.tsx';
import { NotFoundNote } from '#ui/state/PageNotes.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';
import { Tag } from '#ui/Tag.tsx';

const GiftForm = onDemand(async () => (await import('#compliance/gifts/GiftForm.tsx')).GiftForm);

/** One entry: what it was, why it had to be approved and by whom, what became of it. */
export function GiftPage() {
  useFetchSoon(GiftForm);
  const m = useMessages(giftMessages);
  const lang = useLang();
  const words = useGiftWords();
  const navigate = useNavigate();
  const { user } = useSession();
  const { giftId = '' }: { giftId?: string } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(gifts.show.queryOptions({ input: { id: giftId } }));
  const [open, setOpen] = useState<'correct' | 'void'>();
  if (!data) {
    if (isNotThere(error)) return <NotFoundNote />;
    return error ? <RefusalAlert error={error} onRetry={() => void refetch()} /> : <PageSkeleton />;
  }
  const { gift, now, may } = data;
  const own = gift.ownerId === user.id || gift.createdBy === user.id;
  return (
    <>
      <PageHeader
        back={{ to: '/compliance/gifts', label: m.page.back }}
        title={`${gift.accountName} · ${words.what(gift)}`}
        mark={<Tag tone={stateTones[gift.state]}>{stateWords[gift.state][lang]}</Tag>}
        facts={<DayText day={gift.on} />}
        acts={
          may.void && (
            <>
              <Button onClick={() => setOpen('correct')}>{m.page.correct}</Button>
              <Button danger onClick={() => setOpen('void')}>
                {m.page.void}
              </Button>
            </>
          )
        }
      />
      <div className={styles.page}>
        {open === 'void' && <VoidForm id={gift.id} onClose={() => setOpen(undefined)} />}
        {gift.exceeds.length > 0 && (
          <SectionCard title={m.page.why}>
            <div className={styles.request}>
              <Exceeds gift={gift} />
              {now && <AssessmentLines assessment={now} plain />}
              {may.decide && <DecideForm id={gift.id} />}
              {gift.state === 'requested' && !may.decide && (
                <p className={styles.soft}>{own ? m.page.own : m.page.waiting}</p>
              )}
            </div>
          </SectionCard>
        )}
        <GiftFacts gift={gift} />
      </div>
      {open === 'correct' && (
        <GiftForm
          corrects={gift}
          onSaved={({ id }) => void navigate({ to: `/compliance/gifts/${id}` })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

function GiftFacts({ gift }: { gift: Gift }) {
  const m = useMessages(giftMessages);
  const money = (amount: number) => <MoneyText amount={amount} currency={gift.currency} exact />;
  const facts = [
    { label: m.columns.account, value: <Link to={`/accounts/${gift.accountId}`}>{gift.accountName}</Link> },
    { label: m.columns.people, value: <People gift={gift} /> },
    { label: m.columns.amount, value: money(gift.amount) },
    { label: m.columns.perPerson, value: money(gift.perPerson) },
    { label: m.columns.purpose, value: gift.purpose },
    { label: m.page.deal, value: gift.dealId && <Link to={`/deals/${gift.dealId}`}>{gift.dealName}</Link> },
    { label: m.columns.owner, value: <PersonText name={gift.ownerName} /> },
    {
      label: m.page.registeredBy,
      value: (
        <span className={styles.facts}>
          <PersonText name={gift.createdByName} /> <InstantText at={gift.createdAt} />
        </span>
      ),
    },
    ...(gift.decidedAt
      ? [
          {
            label: m.page.decision,
            value: `${m.page.decidedBy(gift.decidedByName ?? '')}${gift.decision ?? ''}`,
          },
          { label: m.page.decidedAt, value: <InstantText at={gift.decidedAt} /> },
        ]
      : []),
    ...(gift.voidedAt
      ? [{ label: m.page.voidTitle, value: `${m.page.voidedBy(gift.voidedByName ?? '')}${gift.voidReason ?? ''}` }]
      : []),
  ];
  return (
    <SectionCard title={m.page.facts}>
      <KnownFacts facts={facts} unknown={m.page.none} />
      {(gift.corrects || gift.correctedBy) && (
        <p className={styles.links}>
          {gift.corrects && <Link to={`/compliance/gifts/${gift.corrects}`}>{m.page.corrects}</Link>}
          {gift.correctedBy && <Link to={`/compliance/gifts/${gift.correctedBy}`}>{m.page.correctedBy}</Link>}
        </p>
      )}
    </SectionCard>
  );
}

function People({ gift }: { gift: Gift }) {
  const m = useMessages(giftMessages);
  return (
    <span className={styles.facts}>
      {gift.people.map(({ id, name }) => (
        <Link key={id} to={`/contacts/${id}`}>
          {name}
        </Link>
      ))}
      {gift.unnamed > 0 && (
        <span>{gift.people.length > 0 ? m.unnamed(gift.unnamed) : m.onlyUnnamed(gift.unnamed)}</span>
      )}
      {gift.official && <Tag tone="warn">{m.official}</Tag>}
    </span>
  );
}
