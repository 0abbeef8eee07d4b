import { useQuery } from '@tanstack/react-query';
import { salesModesQuery } from '#adviser/adviser.queries.tsx';
import { accountAnswers } from '#adviser/sales-mode.ts';
import { advise, matchOf } from '#method/adviser.ts';
import { playbookListQuery } from '#playbooks/playbooks.queries.tsx';

/** The last selling mode found for the deal, else for its account, judged again by the methods of today. */
export function useDealAdvice(deal: { id: string; playbookId: string }) {
  const mode = useQuery(salesModesQuery('deal', deal.id)).data?.[0];
  const { data: books } = useQuery(playbookListQuery());
  if (!mode || !books) return undefined;
  const answers = mode.dealId === deal.id ? mode.answers : accountAnswers(mode.answers);
  const advice = advise(
    answers,
    books.map(({ id }) => id),
  );
  return { mode, advice, match: matchOf(deal.playbookId, advice) };
}
