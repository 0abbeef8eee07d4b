import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Column } from '#ui/list/column.tsx';
import type { Filters, ValuesOf } from '#ui/list/filter.tsx';
import { readAsked, type Order } from '#ui/list/url-state.ts';

export type ListState<F extends Filters, Sort extends string> = {
  values: ValuesOf<F>;
  sort?: Sort;
  order?: Order;
  /** The part of the URL that is this list's, for saved views and exports. */
  search: Record<string, string>;
  filtered: boolean;
  change: (next: Record<string, string | undefined>) => void;
  replace: (search: Record<string, string>) => void;
};

/** Filters and sorting live in the URL: shareable, and kept by back and forward. */
export function useListState<F extends Filters, Sort extends string, Row>(
  filters: F,
  columns: readonly Column<Row, Sort>[],
): ListState<F, Sort> {
  const url: Record<string, string> = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (next: Record<string, string | undefined>) =>
      void navigate({ to: '.', replace: true, search: (now: object) => ({ ...now, ...next }) as never }),
    [navigate],
  );
  return useMemo(() => {
    const { values, sort, order } = readAsked(url, filters, columns);
    const mine = [...Object.keys(filters), 'sort', 'order'];
    const search = Object.fromEntries(mine.flatMap((key) => (url[key] === undefined ? [] : [[key, url[key]]])));
    return {
      values: values as ValuesOf<F>,
      sort: sort as Sort | undefined,
      order,
      search,
      filtered: Object.keys(values).length > 0,
      change,
      replace: (next) => change({ ...Object.fromEntries(mine.map((key) => [key, undefined])), ...next }),
    };
  }, [url, filters, columns, change]);
}
