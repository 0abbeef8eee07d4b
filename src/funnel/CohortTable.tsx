import type { Cohort, FunnelStage } from '#funnel/funnel.ts';
import { CountLink, FigureTable } from '#funnel/Figures.tsx';
import { funnelMessages } from '#funnel/funnel.messages.ts';
import type { Opened } from '#funnel/opened.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { percentText } from '#ui/percent.ts';
import styles from '#funnel/Funnel.module.css';

type Props = { cohorts: readonly Cohort[]; stages: readonly FunnelStage[]; asked: object };

/** Months down, stages across: how many of those who came in have got so far; the darker, the more of them. */
export function CohortTable({ cohorts, stages, asked }: Props) {
  const m = useMessages(funnelMessages);
  const lang = useLang();
  const { columns: c } = m;
  if (cohorts.length === 0) return <EmptyState compact title={m.noDeals} hint={m.noDealsHint} />;
  const later = stages.slice(1);
  const heads = [c.month, c.entered, ...later.map(({ name }) => name[lang]), c.won, c.lost, c.parked, c.open];
  return (
    <FigureTable label={m.cohortsTitle} heads={heads}>
      {cohorts.map((cohort) => {
        const { month, entered } = cohort;
        const opens = (what: string, more: object): Opened => ({
          of: 'deals',
          title: `${month} · ${what}`,
          asked: { ...asked, set: 'month', month, ...more } as never,
        });
        const states = ['won', 'lost', 'parked', 'open'] as const;
        return (
          <tr key={month}>
            <th scope="row">{month}</th>
            <td>
              <CountLink count={entered} opens={opens(c.entered, {})} />
            </td>
            {later.map(({ stageId, name }, i) => {
              const count = cohort.reached[i + 1] ?? 0;
              const share = entered === 0 ? 0 : count / entered;
              return (
                <td key={stageId} className={styles.heat} style={{ '--share': `${Math.round(share * 26)}%` } as object}>
                  <CountLink count={count} opens={opens(name[lang], { stageId })} />
                  {count > 0 && <small>{percentText(share)}</small>}
                </td>
              );
            })}
            {states.map((state) => (
              <td key={state}>
                <CountLink count={cohort[state]} opens={opens(c[state], { state })} />
              </td>
            ))}
          </tr>
        );
      })}
    </FigureTable>
  );
}
