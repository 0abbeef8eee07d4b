import { useMutation, useQueryClient, queryOptions, type QueryKey } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Instant } from '#shared/day.ts';
import { deals } from '#deals/deals.queries.tsx';
import { chainContract, type ChainHistory, type ChainView, type Place } from '#chain/chain.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const chainClient = clientFor(chainContract);
export const chain = queriesFor(chainContract, 'chain');

/** Whose map it is. */
export type ChainOf = { readonly kind: 'deal' | 'account'; readonly id: string };

/** The map as it is, or as it was believed at a moment. */
export function chainQuery({ kind, id }: ChainOf, at?: Instant) {
  const input = at === undefined ? { id } : { id, at };
  const queryKey: QueryKey = chain[kind].queryKey({ input });
  return queryOptions({
    queryKey,
    queryFn: ({ signal }): Promise<ChainView> => chainClient[kind](input, { signal }),
  });
}

/** All changes, to be replayed in the browser. */
export function chainHistoryQuery({ kind, id }: ChainOf) {
  const name = kind === 'deal' ? 'dealHistory' : 'accountHistory';
  const queryKey: QueryKey = chain[name].queryKey({ input: { id } });
  return queryOptions({
    queryKey,
    queryFn: ({ signal }): Promise<ChainHistory> => chainClient[name]({ id }, { signal }),
  });
}

type Client = typeof chainClient;
/** What a command takes beyond the id of the deal or account, which is known here. */
type Rest<K extends keyof Client> = Omit<Parameters<Client[K]>[0], 'id'>;

/**
 * Everything one can do to a map, one after the other; each answers with the view that it left, which is shown at once.
 * A refusal is thrown as the typed clients throw it. The last three are of deals only.
 */
export function useChainCommands(of: ChainOf) {
  const { kind, id } = of;
  const queries = useQueryClient();
  const { mutateAsync } = useMutation({
    scope: { id: `chain:${kind}:${id}` },
    mutationFn: ({ send }: { send: () => Promise<unknown> }) => send(),
  });
  return useMemo(() => {
    const key = chainQuery({ kind, id }).queryKey;
    const take = async (send: () => Promise<unknown>) => {
      const view = (await mutateAsync({ send })) as ChainView;
      queries.setQueryData(key, view);
      const others = queries.invalidateQueries({
        queryKey: chain.key(),
        predicate: ({ queryKey }) => JSON.stringify(queryKey) !== JSON.stringify(key),
      });
      await Promise.all([others, queries.invalidateQueries({ queryKey: deals.key() })]);
      return view;
    };
    return {
      change: (rest: Rest<'changeDeal'>) =>
        take(() =>
          kind === 'deal' ? chainClient.changeDeal({ id, ...rest }) : chainClient.changeAccount({ id, ...rest }),
        ),
      confirm: (rest: Rest<'confirmDeal'>) =>
        take(() =>
          kind === 'deal' ? chainClient.confirmDeal({ id, ...rest }) : chainClient.confirmAccount({ id, ...rest }),
        ),
      /** The last writer wins; what is shown does not wait for it. */
      place: async (places: Place[], rest: Place[] = []): Promise<void> => {
        queries.setQueryData<ChainView>(
          key,
          (view) => view && { ...view, places: over(rest, over(view.places, places)) },
        );
        const send = () =>
          kind === 'deal'
            ? chainClient.placeDeal({ id, places, rest })
            : chainClient.placeAccount({ id, places, rest });
        await mutateAsync({ send });
      },
      putNotedOnMap: () => take(() => chainClient.putNotedOnMap({ id })),
      sign: (rest: Rest<'sign'>) => take(() => chainClient.sign({ id, ...rest })),
      tell: (rest: Rest<'tell'>) => take(() => chainClient.tell({ id, ...rest })),
      settle: (rest: Rest<'settle'>) => take(() => chainClient.settle({ id, ...rest })),
    };
  }, [kind, id, queries, mutateAsync]);
}
export type ChainCommands = ReturnType<typeof useChainCommands>;

function over(kept: readonly Place[], moved: readonly Place[]): Place[] {
  const now = new Set(moved.map((place) => place.id));
  return [...kept.filter((place) => !now.has(place.id)), ...moved];
}
