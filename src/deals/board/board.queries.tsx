import type { QueryClient } from '@tanstack/react-query';
import { deals } from '#deals/deals.queries.tsx';
import { playbookListQuery } from '#playbooks/playbooks.queries.tsx';
import { usualPlaybook } from '#deals/usual-playbook.ts';

/** Cards of each column that come with the board; further ones as one scrolls. */
const CARDS = 40;

/** @param narrowed the playbook, and what the reader narrows the board by */
export function boardQuery(narrowed: { playbookId: string }) {
  return deals.board.queryOptions({ input: { ...narrowed, cards: CARDS } });
}

/** The playbook asked for; else the one that most open deals follow. */
export function boardShown<B extends { id: string; openDeals: number }>(
  books: readonly B[] | undefined,
  asked: unknown,
): B | undefined {
  return books?.find(({ id }) => id === asked) ?? usualPlaybook(books ?? []);
}

/** The board as it opens; what fails is asked again, and told, by the page. One that is narrowed is asked for by its own page, which knows the filters' words. */
export async function prefetchBoard(queries: QueryClient, search: { [name: string]: string }): Promise<void> {
  const { view: _, playbookId, ...filters } = search;
  const listed = queries.prefetchQuery(playbookListQuery());
  if (Object.keys(filters).length > 0) return;
  if (!playbookId) await listed;
  const asked = playbookId ?? boardShown(queries.getQueryData(playbookListQuery().queryKey), undefined)?.id;
  if (asked) await queries.prefetchQuery(boardQuery({ playbookId: asked }));
}
