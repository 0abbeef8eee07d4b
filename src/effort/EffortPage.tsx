import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Chips } from '#ui/Chips.tsx';
import type { Effort } from '#effort/effort.ts';
import { EffortBar } from '#effort/EffortBar.tsx';
import { EffortDeals } from '#effort/EffortDeals.tsx';
import { effortMessages } from '#effort/effort.messages.ts';
import { effortQuery } from '#effort/effort.queries.tsx';
import styles from '#effort/Effort.module.css';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMessages } from '#ui/lang.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';

/** 投入分析: acts by grade, per owner and team, with the low-grade deals behind them. */
export function EffortPage() {
  const m = useMessages(effortMessages);
  const navigate = useNavigate();
  const search: { days?: unknown } = useSearch({ strict: false });
  const days = Number(search.days) === 90 ? 90 : 30;
  const { data, error, refetch } = useQuery(effortQuery(days));
  const low = data?.low.join(m.or) ?? '';
  return (
    <div className={styles.page}>
      <PageHeader
        title={m.title}
        back={{ to: '/', label: m.back }}
        facts={<span>{m.lead}</span>}
        acts={
          <Chips
            label={m.span}
            value={String(days)}
            chips={[30, 90].map((span) => ({ value: String(span), label: m.days(span) }))}
            onChoose={(span) => void navigate({ to: '.', replace: true, search: { days: Number(span) } })}
          />
        }
      />
      <RefusalAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <SkeletonLines lines={8} />}
      {data?.all.total === 0 && <EmptyState title={m.empty} />}
      {data && data.all.total > 0 && (
        <>
          <SectionCard title={m.all} note={m.acts(data.all.total)}>
            <Lines efforts={[data.all]} nobody={m.warning(low, data.all.lowShare)} />
          </SectionCard>
          <div className={styles.pair}>
            <SectionCard title={m.owners}>
              <Lines efforts={data.owners} nobody={m.noOwner} />
            </SectionCard>
            <SectionCard title={m.teams}>
              <Lines efforts={data.teams} nobody={m.noTeam} />
            </SectionCard>
          </div>
          <SectionCard title={m.deals(low)} note={data.deals.length || undefined}>
            {data.deals.length === 0 ? (
              <p className={styles.hint}>{m.noLow}</p>
            ) : (
              <EffortDeals deals={data.deals} owners />
            )}
          </SectionCard>
        </>
      )}
    </div>
  );
}

function Lines({ efforts, nobody }: { efforts: readonly Effort[]; nobody: string }) {
  const m = useMessages(effortMessages);
  return (
    <ul className={styles.lines}>
      {efforts.map(({ id, name, acts, total, lowShare, warns }) => (
        <li key={id}>
          <span className={styles.who}>{name ?? nobody}</span>
          <small data-warns={warns || undefined}>{m.low(lowShare)}</small>
          <small>{m.acts(total)}</small>
          <EffortBar acts={acts} total={total} />
        </li>
      ))}
    </ul>
  );
}
