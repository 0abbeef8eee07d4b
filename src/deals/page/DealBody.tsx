import { useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { prefetchChain } from '#chain/prefetch-chain.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { GateTab } from '#deals/gate/GateTab.tsx';
import { DealHeader } from '#deals/page/DealHeader.tsx';
import { NextSteps } from '#deals/page/NextSteps.tsx';
import { Notices } from '#deals/page/Notices.tsx';
import { PhoneBar } from '#deals/page/PhoneBar.tsx';
import { StageTrack } from '#deals/page/StageTrack.tsx';
import { TeamCard } from '#deals/page/TeamCard.tsx';
import { type DealTab, dealTabs, readDealSearch, readMoment } from '#deals/page/tabs.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { pageMessages } from '#deals/page/page.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import { PageTabs } from '#ui/PageTabs.tsx';
import { RailColumns } from '#ui/RailColumns.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import styles from '#deals/page/DealBody.module.css';

const LintPanel = onDemand(async () => (await import('#lint/LintPanel.tsx')).LintPanel);
const QualifyRail = onDemand(async () => (await import('#deals/qualify/QualifyRail.tsx')).QualifyRail);
const RegistrationCard = onDemand(
  async () => (await import('#partners/registrations/DealRegistrationCard.tsx')).DealRegistrationCard,
);

const lines = <SkeletonLines lines={6} />;
const QualifyTab = onDemand(async () => (await import('#deals/qualify/QualifyTab.tsx')).QualifyTab, lines);
const FactsTab = onDemand(async () => (await import('#deals/facts/FactsTab.tsx')).FactsTab, lines);
const DealChainTab = onDemand(async () => (await import('#chain/page/DealChainTab.tsx')).DealChainTab, lines);
const LinesTab = onDemand(async () => (await import('#deals/page/LinesTab.tsx')).LinesTab, lines);
const RecordsTab = onDemand(async () => (await import('#deals/page/RecordsTab.tsx')).RecordsTab, lines);
const TimelineTab = onDemand(async () => (await import('#deals/page/TimelineTab.tsx')).TimelineTab, lines);

type Props = { onChange: (next: Record<string, string | undefined>) => void };

export function DealBody({ onChange }: Props) {
  const m = useMessages(pageMessages);
  const isPhone = useIsPhone();
  const { view, past } = useDeal();
  const queries = useQueryClient();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const { deal } = view.page;
  const {
    tab,
    stage = deal.stageId,
    check,
  } = readDealSearch(
    search,
    view.playbook.stages.map(({ id }) => id),
  );
  const openStage = (id: string) =>
    onChange({ tab: undefined, check: undefined, stage: id === deal.stageId ? undefined : id });
  const openCheck = (stageId: string, checkId: string) =>
    onChange({ tab: undefined, stage: stageId === deal.stageId ? undefined : stageId, check: checkId });
  const near = (name: DealTab) => {
    if (name !== 'people' || name === tab) return;
    void DealChainTab.fetch().catch(() => undefined);
    prefetchChain(queries, { kind: 'deal', id: deal.id }, past ? readMoment(search['at']) : undefined);
  };
  useEffect(() => {
    if (check) document.getElementById(`check-${check}`)?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  }, [check]);
  const steers = deal.state === 'open' || deal.state === 'won';
  const next = steers && !deal.finishedOn && <NextSteps onCheck={openCheck} />;
  return (
    <div className={styles.page}>
      <DealHeader />
      <StageTrack shown={tab === 'gate' ? stage : ''} onOpen={openStage} />
      <Notices onStage={openStage} />
      <PageTabs
        label={m.tabsLabel}
        tabs={dealTabs}
        words={m.tabs}
        shown={tab}
        onNear={near}
        onShow={(name) => onChange({ tab: name === 'gate' ? undefined : name, check: undefined, person: undefined })}
      />
      {/* The map needs the whole width; what stands in the rail elsewhere is one tab away. */}
      {tab === 'people' ? (
        <DealChainTab />
      ) : (
        <RailColumns
          rail={
            <>
              {next}
              {steers && !deal.finishedOn && !past && <LintPanel onOpen={onChange} />}
              {tab !== 'qualify' && <QualifyRail onOpen={() => onChange({ tab: 'qualify', check: undefined })} />}
              {!past && (
                <RegistrationCard
                  deal={deal}
                  account={
                    deal.accountId && view.page.accountName
                      ? { id: deal.accountId, name: view.page.accountName }
                      : undefined
                  }
                  open={deal.state === 'open'}
                />
              )}
              <TeamCard />
            </>
          }
        >
          {tab === 'gate' && <GateTab key={`${stage} ${check ?? ''}`} stageId={stage} opened={check} />}
          {tab === 'qualify' && <QualifyTab />}
          {tab === 'facts' && <FactsTab />}
          {tab === 'lines' && <LinesTab />}
          {tab === 'records' && <RecordsTab />}
          {tab === 'timeline' && <TimelineTab onDay={(at) => onChange({ at })} />}
        </RailColumns>
      )}
      {isPhone && <PhoneBar />}
    </div>
  );
}
