import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import type { SavedViews } from '#ui/list/ViewMenu.tsx';
import type { ViewList } from '#views/view.ts';
import { viewClient, views } from '#views/views.queries.tsx';

/**
 * The saved views of a list, for RecordList's `views`. A list that is opened without any filter opens with the reader's
 * default view; what she chooses afterwards stays as it is.
 */
export function useSavedViews(list: ViewList): SavedViews {
  const queries = useQueryClient();
  const { data } = useQuery(views.list.queryOptions({ input: { list }, staleTime: 60_000 }));
  useDefaultView(data?.find(({ isDefault }) => isDefault)?.search, data !== undefined);
  return useMemo(() => {
    const again = () => queries.invalidateQueries({ queryKey: views.key() });
    return {
      list: (data ?? []).map(({ id, name, search, mine, shared, isDefault, ownerName }) => ({
        id,
        name,
        search,
        mine,
        shared,
        isDefault,
        by: mine ? undefined : ownerName,
      })),
      save: async (name, search, shared) => {
        await viewClient.create({ list, name, search, shared });
        await again();
      },
      change: async (id, change) => {
        await viewClient.update({ id, ...change });
        await again();
      },
      remove: async (id) => {
        await viewClient.remove({ id });
        await again();
      },
      setDefault: async (id) => {
        await viewClient.setDefault({ list, id });
        await again();
      },
    };
  }, [data, list, queries]);
}

/** Applied once, on arrival at a bare address. */
function useDefaultView(search: Record<string, string> | undefined, known: boolean) {
  const navigate = useNavigate();
  const bare = useLocation({ select: (at) => at.searchStr === '' });
  const settled = useRef(!bare);
  useEffect(() => {
    if (settled.current || !known) return;
    settled.current = true;
    if (bare && search) void navigate({ to: '.', replace: true, search });
  }, [bare, known, search, navigate]);
}
