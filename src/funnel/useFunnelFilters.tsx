import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { dealGrades } from '#deals/deal.ts';
import { origins } from '#method/scales.ts';
import { funnelMessages } from '#funnel/funnel.messages.ts';
import { accounts, products, users } from '#funnel/funnel.queries.tsx';
import { playbookListQuery } from '#playbooks/playbooks.queries.tsx';
import { useTeamOptions } from '#team/team.queries.tsx';
import { textCodec } from '#ui/list/codec.ts';
import { dayFilter } from '#ui/list/DayFilter.tsx';
import { choiceFilter, type Filter, type Filters, type Option } from '#ui/list/filter.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { useCan } from '#ui/session.tsx';

export const funnelTabs = ['funnel', 'pipeline', 'changes'] as const;
export type FunnelTab = (typeof funnelTabs)[number];

const FIVE_MINUTES = 5 * 60_000;

/** What the page is narrowed by: the days of the tab first, then what all tabs share. */
export function useFunnelFilters(tab: FunnelTab) {
  const m = useMessages(funnelMessages);
  const lang = useLang();
  const can = useCan();
  const { data: playbooks } = useQuery(playbookListQuery());
  const { data: people } = useQuery({
    ...users.list.queryOptions({ input: { limit: 200 } }),
    enabled: can('team.read'),
    staleTime: FIVE_MINUTES,
  });
  const { data: lines } = useQuery({
    ...products.list.queryOptions({ input: { limit: 200, inactive: true } }),
    enabled: can('product.read'),
    staleTime: FIVE_MINUTES,
  });
  const { data: words } = useQuery({
    ...accounts.words.queryOptions({ input: {} }),
    enabled: can('account.read'),
    staleTime: FIVE_MINUTES,
  });
  const teams = useTeamOptions();
  return useMemo(() => {
    const plain = (values: readonly string[]) => [...new Set(values)].map((value) => ({ value, label: value }));
    const days: Filters =
      tab === 'pipeline'
        ? { on: first(dayFilter(m.filters.on)) }
        : { from: first(dayFilter(m.filters.from)), to: first(dayFilter(m.filters.to)) };
    const filters: Filters = {
      ...days,
      playbookId: open(
        m.filters.playbook,
        (playbooks ?? []).map(({ id, name }) => ({ value: id, label: name[lang] })),
      ),
      ownerId: open(
        m.filters.owner,
        (people?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ),
      teamId: open(
        m.filters.team,
        teams.map(({ value, label, depth }) => ({ value, label: `${'　'.repeat(depth)}${label}` })),
      ),
      productLine: open(m.filters.productLine, plain((lines?.rows ?? []).map(({ line }) => line).toSorted())),
      region: open(m.filters.region, plain(words?.provinces ?? [])),
      origin: choiceFilter(
        m.filters.origin,
        Object.entries(origins).map(([value, label]) => ({ value, label: label[lang] })),
      ),
      grade: choiceFilter(
        m.filters.grade,
        dealGrades.map((value) => ({ value, label: value })),
      ),
      ...(tab !== 'funnel' && {
        closeFrom: dayFilter(m.filters.closeFrom),
        closeTo: dayFilter(m.filters.closeTo),
      }),
    };
    return filters;
  }, [m, lang, tab, playbooks, people, lines, words, teams]);
}

const first = (filter: Filter<string>): Filter<string> => ({ ...filter, leads: true });

/** A choice whose options are still on their way: what the URL says holds meanwhile. */
function open(title: string, options: readonly Option<string>[]): Filter<string> {
  return { ...choiceFilter(title, options), codec: textCodec };
}
