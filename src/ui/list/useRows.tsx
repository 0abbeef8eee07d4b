import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import type { Order } from '#ui/list/url-state.ts';
import type { Filters, ValuesOf } from '#ui/list/filter.tsx';

/** What the list asks its endpoint for: the reader's filters, sorting, and where to go on. */
export type Asked<F extends Filters, Sort extends string> = {
  filters: ValuesOf<F>;
  sort?: Sort;
  order?: Order;
  after?: string;
  limit: number;
};

export type FetchedPage<Row> = { rows: Row[]; next: string | null };

export type RowSource<Row, F extends Filters, Sort extends string> = {
  /** The key that commands invalidate: `deals.list.key()` of `queriesFor`. */
  queryKey: readonly unknown[];
  fetchPage: (asked: Asked<F, Sort>) => Promise<FetchedPage<Row>>;
  /** While a row is at work the list is asked again, so that the reader sees how far it is. */
  atWork?: (row: Row) => boolean;
};

const LOOK_AGAIN = 2_000;

const limit = 50;

export function useRows<Row extends { id: string }, F extends Filters, Sort extends string>(
  source: RowSource<Row, F, Sort>,
  asked: { values: ValuesOf<F>; sort?: Sort; order?: Order },
) {
  const { values, sort, order } = asked;
  const query = useInfiniteQuery({
    queryKey: [...source.queryKey, { rows: { values, sort, order } }],
    queryFn: ({ pageParam }) => source.fetchPage({ filters: values, sort, order, after: pageParam, limit }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: FetchedPage<Row>) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => {
      const { atWork } = source;
      return atWork && state.data?.pages.some((page) => page.rows.some(atWork)) ? LOOK_AGAIN : false;
    },
  });
  // A row that moved while we paged may come twice; it is shown once.
  const rows = useMemo(() => {
    const seen = new Map<string, Row>();
    for (const page of query.data?.pages ?? []) for (const row of page.rows) seen.set(row.id, row);
    return [...seen.values()];
  }, [query.data]);
  return { ...query, rows };
}
