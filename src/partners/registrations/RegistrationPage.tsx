import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { partnerEventWords } from '#partners/partner-events.ts';
import { registrations } from '#partners/partners.queries.tsx';
import { PolicyCard } from '#partners/PolicyCard.tsx';
import { ConflictList } from '#partners/registrations/ConflictList.tsx';
import type { Opened } from '#partners/registrations/RegistrationActs.tsx';
import { RegistrationFacts } from '#partners/registrations/RegistrationFacts.tsx';
import { registrationStateWords, registrationTones } from '#partners/registrations/registration-words.ts';
import type { RegistrationView } from '#partners/registrations/registrations.contract.ts';
import { registrationMessages } from '#partners/registrations/registrations.messages.ts';
import styles from '#partners/Partners.module.css';
import { useLang, useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RailColumns } from '#ui/RailColumns.tsx';
import { isNotThere } from '#ui/refused.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { NotFoundNote } from '#ui/state/PageNotes.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';
import { Tag } from '#ui/Tag.tsx';
import { TimelineList } from '#ui/TimelineList.tsx';

const acts = () => import('#partners/registrations/RegistrationActs.tsx');
const RegistrationActs = onDemand(async () => (await acts()).RegistrationActs);
const LinkDealForm = onDemand(async () => (await acts()).LinkDealForm);
const TermsForm = onDemand(async () => (await acts()).TermsForm);
const DecideCards = onDemand(async () => (await import('#partners/registrations/DecideCards.tsx')).DecideCards);
const NewDealOf = onDemand(async () => (await import('#partners/registrations/NewDealOf.tsx')).NewDealOf);

/** One registration: what stands in its way, what is decided, what became of it. */
export function RegistrationPage() {
  const m = useMessages(registrationMessages);
  const lang = useLang();
  const navigate = useNavigate();
  const { registrationId = '' }: { registrationId?: string } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(registrations.show.queryOptions({ input: { id: registrationId } }));
  const [opened, setOpened] = useState<Opened>();
  if (!data) {
    if (isNotThere(error)) return <NotFoundNote />;
    return error ? <RefusalAlert error={error} onRetry={() => void refetch()} /> : <PageSkeleton />;
  }
  const { registration, conflicts, may } = data;
  const close = () => setOpened(undefined);
  const open = registration.state === 'submitted' || registration.state === 'accepted';
  return (
    <div className={styles.page}>
      <PageHeader
        back={{ to: '/partners/registrations', label: m.page.back }}
        title={registration.name}
        mark={
          <Tag tone={registrationTones[registration.state]}>{registrationStateWords[registration.state][lang]}</Tag>
        }
        facts={
          <span className={styles.line}>
            <span>{registration.customerName}</span>
            <span>{registration.partnerName}</span>
          </span>
        }
        acts={
          <>
            {may.extend && <Button onClick={() => setOpened('extend')}>{m.page.extend}</Button>}
            {may.withdraw && <Button onClick={() => setOpened('withdraw')}>{m.page.withdraw}</Button>}
            {registration.dealId ? (
              <Button type="primary" onClick={() => void navigate({ to: `/deals/${registration.dealId}` })}>
                {m.page.openDeal}
              </Button>
            ) : (
              may.change && (
                <>
                  <Button onClick={() => setOpened('link')}>{m.page.linkDeal}</Button>
                  <Button type={may.decide ? 'default' : 'primary'} onClick={() => setOpened('deal')}>
                    {m.page.newDeal}
                  </Button>
                </>
              )
            )}
          </>
        }
      />
      <RailColumns
        rail={
          <>
            <SectionCard title={m.page.history}>
              <History view={data} />
            </SectionCard>
            <PolicyCard />
          </>
        }
      >
        {(opened === 'extend' || opened === 'withdraw') && (
          <RegistrationActs view={data} act={opened} onClose={close} />
        )}
        {opened === 'link' && <LinkDealForm registration={registration} onClose={close} />}
        {opened === 'terms' && <TermsForm registration={registration} onClose={close} />}
        {opened === 'deal' && <NewDealOf registration={registration} onClose={close} />}
        {open && (conflicts.length > 0 || registration.state === 'submitted') && <ConflictList conflicts={conflicts} />}
        <DecideCards view={data} />
        <RegistrationFacts registration={registration} onTerms={may.change ? () => setOpened('terms') : undefined} />
      </RailColumns>
    </div>
  );
}

function History({ view: { history, registration } }: { view: RegistrationView }) {
  const { page: m } = useMessages(registrationMessages);
  const lang = useLang();
  return (
    <TimelineList
      items={history.map(({ id, at, type, actorName, reason, until }) => {
        const data = { ...(until && { until }), ...(reason && { reason }) };
        const subject = { kind: 'registration', id: registration.id };
        const told = partnerEventWords[type]?.({ type, subject, actorName, data }, lang);
        return { id, at, actor: actorName ?? m.system, title: told?.title ?? type, body: told?.detail };
      })}
    />
  );
}
