import type { FunnelStage, Progress } from '#funnel/funnel.ts';
import type { FunnelSet } from '#funnel/funnel.contract.ts';
import { CountLink, FigureTable, TallyCell } from '#funnel/Figures.tsx';
import { funnelMessages } from '#funnel/funnel.messages.ts';
import type { Opened } from '#funnel/opened.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { percentText } from '#ui/percent.ts';
import styles from '#funnel/Funnel.module.css';

type Props = { stages: readonly FunnelStage[]; progress: Progress | undefined; asked: object };

/** What stands in each stage, what became of those who came into it, how long they stay, what is stuck. */
export function StageTable({ stages, progress, asked }: Props) {
  const m = useMessages(funnelMessages);
  const lang = useLang();
  const { columns: c } = m;
  const heads = [
    c.stage,
    c.standing,
    c.entered,
    c.rate,
    c.reached,
    c.still,
    c.lost,
    c.parked,
    c.median,
    c.p75,
    c.stuck,
  ];
  return (
    <FigureTable label={m.stagesTitle} heads={heads} note={m.cohortRule}>
      {stages.map(({ stageId, name, standing, stuck, usualDays, stays }) => {
        const opens = (set: FunnelSet, what: string): Opened => ({
          of: 'deals',
          title: `${name[lang]} · ${what}`,
          asked: { ...asked, set, stageId } as never,
        });
        const way = progress?.conversions.find((one) => one.stageId === stageId);
        const cell = (set: 'entered' | 'reached' | 'still' | 'lost' | 'parked') =>
          way ? <CountLink count={way[set]} opens={opens(set, c[set])} /> : '…';
        const days = (of: 'median' | 'p75') =>
          stays ? <span title={m.stays(stays.n)}>{m.days(stays[of])}</span> : <span className={styles.zero}>—</span>;
        return (
          <tr key={stageId}>
            <th scope="row">{name[lang]}</th>
            <td>
              <TallyCell tally={standing} opens={opens('standing', c.standing)} />
            </td>
            <td>{cell('entered')}</td>
            <td className={styles.strong}>{way && way.entered > 0 ? percentText(way.reached / way.entered) : '—'}</td>
            <td>{cell('reached')}</td>
            <td>{cell('still')}</td>
            <td>{cell('lost')}</td>
            <td>{cell('parked')}</td>
            <td>{days('median')}</td>
            <td>{days('p75')}</td>
            <td title={usualDays === null ? m.noPace : m.usual(usualDays)}>
              {stuck ? (
                <TallyCell tally={stuck} opens={opens('stuck', c.stuck)} />
              ) : (
                <span className={styles.zero}>—</span>
              )}
            </td>
          </tr>
        );
      })}
    </FigureTable>
  );
}
