import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { origins } from '#method/scales.ts';
import { dimensions, type Dimension, type Slice } from '#funnel/funnel.ts';
import { ExportMenu } from '#funnel/ExportMenu.tsx';
import { FigureTable, TallyCell } from '#funnel/Figures.tsx';
import { funnelMessages } from '#funnel/funnel.messages.ts';
import { funnelQueries } from '#funnel/funnel.queries.tsx';
import type { Opened } from '#funnel/opened.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { ChoiceFilter } from '#ui/list/ChoiceFilter.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import { percentText } from '#ui/percent.ts';
import styles from '#funnel/Funnel.module.css';

/** The funnel taken apart by one dimension: what stands, what was won and lost. */
export function Slices({ asked }: { asked: { [name: string]: string | undefined } }) {
  const m = useMessages(funnelMessages);
  const lang = useLang();
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const by: Dimension = dimensions.find((one) => one === search['by']) ?? 'owner';
  const query = useQuery({
    ...funnelQueries.slices.queryOptions({ input: { ...asked, by } as never }),
    placeholderData: keepPreviousData,
  });
  const choose = (next: Dimension | undefined) =>
    void navigate({ to: '.', replace: true, search: (now: object) => ({ ...now, by: next }) as never });
  const nameOf = ({ key, name }: Slice) =>
    by === 'origin' && key !== null ? (origins[key as keyof typeof origins]?.[lang] ?? key) : (name ?? m.nobody);
  const { columns: c } = m;
  const heads = [m.dimensions[by], ...(by === 'month' ? [] : [c.standing]), m.wonIn, m.lostIn, m.winShare];
  return (
    <SectionCard
      title={m.slicesTitle}
      flush
      acts={
        <span className={styles.acts}>
          <ChoiceFilter
            title={m.slicesBy}
            options={dimensions.map((value) => ({ value, label: m.dimensions[value] }))}
            chosen={[by]}
            onToggle={(one) => choose(one)}
            onClear={() => choose(undefined)}
          />
          <ExportMenu list="funnel-slices" asked={{ ...asked, by }} />
        </span>
      }
    >
      <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending && <SkeletonLines lines={5} />}
      {query.data?.length === 0 && <EmptyState compact title={m.noDeals} hint={m.noDealsHint} />}
      {query.data && query.data.length > 0 && (
        <FigureTable label={m.slicesTitle} heads={heads} note={by.startsWith('product') ? m.linesNote : undefined}>
          {query.data.map((slice) => {
            const name = nameOf(slice);
            const opens = (set: 'sliceStanding' | 'sliceWon' | 'sliceLost', what: string): Opened => ({
              of: 'deals',
              title: `${name} · ${what}`,
              asked: { ...asked, set, by, key: slice.key ?? undefined } as never,
            });
            const ended = slice.won.count + slice.lost.count;
            return (
              <tr key={slice.key ?? ''}>
                <th scope="row">{name}</th>
                {by !== 'month' && (
                  <td>
                    <TallyCell tally={slice.standing} opens={opens('sliceStanding', c.standing)} />
                  </td>
                )}
                <td>
                  <TallyCell tally={slice.won} opens={opens('sliceWon', m.wonIn)} />
                </td>
                <td>
                  <TallyCell tally={slice.lost} opens={opens('sliceLost', m.lostIn)} />
                </td>
                <td className={styles.strong}>{ended > 0 ? percentText(slice.won.count / ended) : '—'}</td>
              </tr>
            );
          })}
        </FigureTable>
      )}
    </SectionCard>
  );
}
