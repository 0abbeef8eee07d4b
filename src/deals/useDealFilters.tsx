import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { dealClasses, dealGrades, dealStates } from '#deals/deal.ts';
import { dealMessages } from '#deals/deals.messages.ts';
import { users } from '#deals/deals.queries.tsx';
import { playbookListQuery } from '#playbooks/playbooks.queries.tsx';
import { askedCustom, customFilters } from '#fields/custom-list.tsx';
import { lintContract } from '#lint/lint.contract.ts';
import { fieldMessages } from '#fields/fields.messages.ts';
import { useFields } from '#fields/fields.queries.tsx';
import { useTeamOptions } from '#team/team.queries.tsx';
import { dayFilter } from '#ui/list/DayFilter.tsx';
import { choiceFilter, searchFilter } from '#ui/list/filter.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { queriesFor } from '#ui/client.tsx';
import { useCan, useSession } from '#ui/session.tsx';

const lint = queriesFor(lintContract, 'deals');

/** The filters as the endpoints take them: custom fields together. */
export function askedOf(values: object): object {
  const own = Object.entries(values).filter(([name]) => !name.startsWith('custom.'));
  return { ...Object.fromEntries(own), custom: askedCustom({ ...values }) };
}

/** What a reader narrows deals by. On the board playbook and state are the board's own. */
export function useDealFilters({ board, playbookId }: { board?: boolean; playbookId?: string }) {
  const m = useMessages(dealMessages);
  const lang = useLang();
  const can = useCan();
  const { user } = useSession();
  const { data: playbooks } = useQuery(playbookListQuery());
  const { data: people } = useQuery({
    ...users.list.queryOptions({ input: { limit: 200 } }),
    enabled: can('team.read'),
    staleTime: 5 * 60_000,
  });
  const { data: rules } = useQuery({
    ...lint.settings.queryOptions({ input: {} }),
    enabled: can('playbook.read'),
    staleTime: 5 * 60_000,
  });
  const teams = useTeamOptions();
  const fields = useFields('deal');
  const fieldWords = useMessages(fieldMessages);
  return useMemo(() => {
    const chosen = playbooks?.find(({ id }) => id === playbookId);
    const stages = chosen?.stages.map((stage) => ({ value: stage.id, label: stage.name[lang] })) ?? [];
    const others = (people?.rows ?? []).filter(({ id }) => id !== user.id);
    const owners = [
      { value: user.id, label: m.ownerMe },
      ...others.map(({ id, name }) => ({ value: id, label: name })),
    ];
    const words = <K extends string>(keys: readonly K[], labels: { readonly [key in K]: string }) =>
      keys.map((value) => ({ value, label: labels[value] }));
    const books = (playbooks ?? []).map(({ id, name }) => ({ value: id, label: name[lang] }));
    const filters = {
      search: searchFilter(m.filters.search),
      ...(!board && {
        playbookId: choiceFilter(m.filters.playbook, books),
        ...(stages.length > 0 && { stageId: choiceFilter(m.filters.stage, stages) }),
        state: choiceFilter(m.filters.state, words(dealStates, m.states)),
      }),
      class: choiceFilter(m.filters.class, words(dealClasses, m.classes)),
      grade: choiceFilter(
        m.filters.grade,
        dealGrades.map((grade) => ({ value: grade, label: grade })),
      ),
      ownerId: choiceFilter(m.filters.owner, owners),
      ...(teams.length > 1 && { teamId: choiceFilter(m.filters.team, teams) }),
      lint: choiceFilter(
        m.filters.lint,
        [...(rules?.shipped ?? []), ...(rules?.own ?? []).map(({ rule }) => rule)].map(({ id, name }) => ({
          value: id,
          label: name[lang],
        })),
      ),
      closeFrom: dayFilter(m.filters.closeFrom),
      closeTo: dayFilter(m.filters.closeTo),
      ...customFilters(fields, lang, fieldWords),
    };
    return filters;
  }, [m, lang, playbooks, people, playbookId, board, user.id, fields, fieldWords, rules, teams]);
}
