import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useStageNames } from '#funnel/DealsDrawer.tsx';
import { ExportMenu } from '#funnel/ExportMenu.tsx';
import { CountLink, FigureTable, TallyCell } from '#funnel/Figures.tsx';
import { funnelMessages } from '#funnel/funnel.messages.ts';
import { funnelQueries } from '#funnel/funnel.queries.tsx';
import type { Asked } from '#funnel/FunnelPage.tsx';
import type { Opened } from '#funnel/opened.tsx';
import { stepsOf } from '#funnel/waterfall.ts';
import { Waterfall } from '#funnel/Waterfall.tsx';
import { playbookListQuery } from '#playbooks/playbooks.queries.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMessages } from '#ui/lang.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';

/** The way from one day's pipeline to another's, for each currency; beside it the moves along the stages. */
export function ChangesPanel({ asked }: { asked: Asked }) {
  const m = useMessages(funnelMessages);
  const stage = useStageNames();
  const { data: playbooks } = useQuery(playbookListQuery());
  const query = useQuery({
    ...funnelQueries.changes.queryOptions({ input: asked as never }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  if (query.error) return <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!data) return <PageSkeleton />;
  if (data.bridges.length === 0) return <EmptyState title={m.unchanged} hint={m.emptyHint} />;
  const opens = (title: string, more: object): Opened => ({
    of: 'changeDeals',
    title,
    asked: { ...asked, ...more } as never,
  });
  const placeOf = (playbookId: string, id: string) =>
    playbooks?.find((playbook) => playbook.id === playbookId)?.stages.findIndex((one) => one.id === id) ?? 0;
  const hints: { readonly [key: string]: string | undefined } = m.barHints;
  return (
    <>
      {data.bridges.map((bridge) => (
        <SectionCard
          key={bridge.currency}
          title={m.changesTitle(bridge.currency)}
          note={m.chosenDays(asked['from'] ?? '', asked['to'] ?? '')}
          acts={<ExportMenu list="pipeline-changes" asked={asked} />}
          flush
        >
          <Waterfall bridge={bridge} opens={(key) => opens(m.bars[key], { bar: key, currency: bridge.currency })} />
          <FigureTable label={m.changesTitle(bridge.currency)} heads={[m.step, m.count, m.amount]} note={m.changesRule}>
            {stepsOf(bridge).map(({ key, count, amount }) => (
              <tr key={key}>
                <th scope="row" title={hints[key]}>
                  {m.bars[key]}
                </th>
                <td>
                  <CountLink count={count} opens={opens(m.bars[key], { bar: key, currency: bridge.currency })} />
                </td>
                <td>
                  <MoneyText amount={amount} currency={bridge.currency} exact />
                </td>
              </tr>
            ))}
          </FigureTable>
        </SectionCard>
      ))}
      <SectionCard title={m.movesTitle} note={m.movesNote} flush>
        <FigureTable label={m.movesTitle} heads={[m.step, m.columns.stage, m.count]}>
          {data.moves
            .map((move) => ({
              ...move,
              ahead: placeOf(move.playbookId, move.to) > placeOf(move.playbookId, move.from),
            }))
            .toSorted((one, other) => Number(other.ahead) - Number(one.ahead) || other.deals.count - one.deals.count)
            .map(({ playbookId, from, to, deals, ahead }) => {
              const title = `${stage(from)} → ${stage(to)}`;
              return (
                <tr key={`${playbookId} ${from} ${to}`}>
                  <th scope="row">{ahead ? m.forward : m.back}</th>
                  <td>{title}</td>
                  <td>
                    <TallyCell
                      tally={deals}
                      opens={opens(title, { bar: 'moved', playbookId, stageFrom: from, stageTo: to })}
                    />
                  </td>
                </tr>
              );
            })}
          {(['postponed', 'broughtForward'] as const).map((key) => (
            <tr key={key}>
              <th scope="row">{m[key]}</th>
              <td>—</td>
              <td>
                <TallyCell tally={data[key]} opens={opens(m[key], { bar: key })} />
              </td>
            </tr>
          ))}
        </FigureTable>
      </SectionCard>
    </>
  );
}
