import { EllipsisOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { partnerStates, type Partner, type PartnerState } from '#partners/partner.ts';
import { partnerKindWords, partnerStateTones, partnerStateWords } from '#partners/partner-words.ts';
import { partnerMessages } from '#partners/partners.messages.ts';
import { partners } from '#partners/partners.queries.tsx';
import { PartnerStateForm } from '#partners/PartnerStateForm.tsx';
import { PolicyCard } from '#partners/PolicyCard.tsx';
import { RegistrationLines } from '#partners/registrations/RegistrationLines.tsx';
import { TiesSection } from '#partners/ties/TiesSection.tsx';
import { placeOf } from '#partners/usePartnerList.tsx';
import styles from '#partners/Partners.module.css';
import { DayText } from '#ui/DayText.tsx';
import { KnownFacts } from '#ui/KnownFacts.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { MenuButton } from '#ui/MenuButton.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { RailColumns } from '#ui/RailColumns.tsx';
import { isNotThere } from '#ui/refused.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan, useToday } from '#ui/session.tsx';
import { NotFoundNote } from '#ui/state/PageNotes.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';
import { Tag } from '#ui/Tag.tsx';

const PartnerForm = onDemand(async () => (await import('#partners/PartnerForm.tsx')).PartnerForm);
const RegistrationForm = onDemand(
  async () => (await import('#partners/registrations/RegistrationForm.tsx')).RegistrationForm,
);

/** One partner: what it registered, whom it knows, what is agreed with it. */
export function PartnerPage() {
  useFetchSoon(PartnerForm, RegistrationForm);
  const m = useMessages(partnerMessages);
  const can = useCan();
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const { partnerId = '' }: { partnerId?: string } = useParams({ strict: false });
  const { data: partner, error, refetch } = useQuery(partners.show.queryOptions({ input: { id: partnerId } }));
  const [state, setState] = useState<PartnerState>();
  if (!partner) {
    if (isNotThere(error)) return <NotFoundNote />;
    return error ? <RefusalAlert error={error} onRetry={() => void refetch()} /> : <PageSkeleton />;
  }
  const edit = (what?: string) =>
    void navigate({ to: '.', replace: true, search: (now: object) => ({ ...now, edit: what }) as never });
  const mayChange = can('partner.write') && partner.mine;
  const mayRegister = can('partner.write') && (partner.state === 'active' || partner.state === 'prospect');
  return (
    <div className={styles.page}>
      <Header
        partner={partner}
        acts={
          <>
            {mayRegister && (
              <Button type="primary" onClick={() => edit('registration')}>
                {m.page.register}
              </Button>
            )}
            {mayChange && <Button onClick={() => edit('partner')}>{m.edit}</Button>}
            {mayChange && (
              <MenuButton
                label={m.more}
                button={<EllipsisOutlined />}
                groups={[
                  {
                    items: partnerStates
                      .filter((one) => one !== partner.state)
                      .map((one) => ({
                        key: one,
                        label: m.state.title[one],
                        danger: one === 'ended',
                        run: () => setState(one),
                      })),
                  },
                ]}
              />
            )}
          </>
        }
      />
      <RailColumns
        rail={
          <>
            <Facts partner={partner} />
            <PolicyCard />
          </>
        }
      >
        {state && <PartnerStateForm partner={partner} state={state} onClose={() => setState(undefined)} />}
        <SectionCard
          title={m.page.registrations}
          acts={<Link to={`/partners/registrations?partnerId=${partner.id}`}>{m.page.all}</Link>}
        >
          <RegistrationLines asked={{ partnerId: partner.id }} empty={m.page.noRegistrations} />
        </SectionCard>
        <TiesSection partner={partner} />
      </RailColumns>
      {search['edit'] === 'partner' && <PartnerForm partner={partner} onClose={() => edit()} />}
      {search['edit'] === 'registration' && <RegistrationForm partner={partner} onClose={() => edit()} />}
    </div>
  );
}

function Header({ partner, acts }: { partner: Partner; acts: React.ReactNode }) {
  const { page: m } = useMessages(partnerMessages);
  const lang = useLang();
  const today = useToday();
  const over = partner.contractUntil !== null && partner.contractUntil < today;
  return (
    <PageHeader
      back={{ to: '/partners', label: m.back }}
      title={partner.name}
      mark={
        <>
          <Tag tone={partnerStateTones[partner.state]}>{partnerStateWords[partner.state][lang]}</Tag>
          {over && <Tag tone="bad">{m.over}</Tag>}
        </>
      }
      facts={
        <span className={styles.line}>
          <span>{partnerKindWords[partner.kind][lang]}</span>
          {placeOf(partner) && <span>{placeOf(partner)}</span>}
          <PersonText name={partner.ownerName} />
          {partner.stateReason && <span>{m.outFor(partner.stateReason)}</span>}
        </span>
      }
      acts={acts}
    />
  );
}

function Facts({ partner }: { partner: Partner }) {
  const m = useMessages(partnerMessages);
  const lang = useLang();
  const { contractFrom, contractUntil } = partner;
  const contract = (contractFrom || contractUntil) && (
    <>
      {contractFrom ? <DayText day={contractFrom} /> : m.page.noLimit} –{' '}
      {contractUntil ? <DayText day={contractUntil} /> : m.page.noLimit}
    </>
  );
  return (
    <SectionCard title={m.page.facts}>
      <KnownFacts
        unknown={m.page.unknown}
        facts={[
          { label: m.page.contract, value: contract },
          { label: m.form.creditCode, value: partner.creditCode && <code>{partner.creditCode}</code> },
          ...(partner.rivals.length > 0
            ? [
                {
                  label: m.columns.rivals,
                  value: <Tag tone="warn">{partner.rivals.join(lang === 'zh' ? '、' : ', ')}</Tag>,
                },
              ]
            : []),
          { label: m.form.note, value: partner.note },
        ]}
      />
    </SectionCard>
  );
}
