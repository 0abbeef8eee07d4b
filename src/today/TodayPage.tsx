import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { DealSection } from '#today/DealSection.tsx';
import { FirstSteps } from '#today/FirstSteps.tsx';
import { ImportLines } from '#today/ImportLines.tsx';
import { TaskSection } from '#today/TaskSection.tsx';
import { TeamSection } from '#today/TeamSection.tsx';
import { Tiles } from '#today/Tiles.tsx';
import { todayMessages } from '#today/today.messages.ts';
import { todayQuery } from '#today/today.queries.tsx';
import { reasons } from '#today/today.ts';
import styles from '#today/Today.module.css';
import { fullDayWords } from '#ui/day-words.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan, useSession, useToday } from '#ui/session.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';

const EffortCard = onDemand(async () => (await import('#effort/EffortCard.tsx')).EffortCard);

const GiftRequestsPanel = onDemand(
  async () => (await import('#compliance/gifts/GiftRequestsPanel.tsx')).GiftRequestsPanel,
);

/** The workbench: what to do today, each line with its act. */
export function TodayPage() {
  const m = useMessages(todayMessages);
  const lang = useLang();
  const can = useCan();
  const day = useToday();
  const { user } = useSession();
  const { data, error, refetch } = useQuery(todayQuery());
  const hour = Number(
    new Intl.DateTimeFormat('en', { hour: 'numeric', hour12: false, timeZone: user.timeZone }).format(),
  );
  const greet = hour < 5 ? m.evening : hour < 11 ? m.morning : hour < 13 ? m.noon : hour < 18 ? m.afternoon : m.evening;
  const header = <PageHeader title={greet(user.name)} facts={<span>{fullDayWords(day, lang)}</span>} />;
  if (!data) {
    return (
      <div className={styles.page}>
        {header}
        {error ? <RefusalAlert error={error} onRetry={() => void refetch()} /> : <SkeletonLines lines={10} />}
      </div>
    );
  }
  const asking = reasons.filter((reason) => data.deals[reason].lines.length > 0);
  const team = data.team && <TeamSection team={data.team} />;
  return (
    <div className={styles.page}>
      {header}
      {data.steps && <FirstSteps steps={data.steps} />}
      {!data.steps || data.steps.deal ? <Tiles today={data} /> : null}
      <div className={styles.columns}>
        <div className={styles.column}>
          <TaskSection tasks={data.tasks} today={data.day} />
          {can('gift.approve') && <GiftRequestsPanel />}
          <ImportLines imports={data.imports} />
          {asking.length > 0 && team}
          {can('deal.read') && <EffortCard leads={data.team !== null} />}
        </div>
        <div className={styles.column}>
          {asking.map((reason) => (
            <DealSection key={reason} reason={reason} section={data.deals[reason]} />
          ))}
          {asking.length === 0 && team}
          {asking.length === 0 && !team && !data.steps && can('deal.write') && (
            <SectionCard>
              <EmptyState title={m.calm} hint={m.calmHint} act={<Link to="/deals">{m.seeDeals}</Link>} />
            </SectionCard>
          )}
        </div>
      </div>
    </div>
  );
}
