import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, use, useMemo, useState } from 'react';
import type { Instant } from '#shared/day.ts';
import type { ChainView } from '#chain/chain.contract.ts';
import { chainQuery, useChainCommands } from '#chain/chain.queries.tsx';
import { type Done, doneBy } from '#chain/canvas/undo.ts';
import type { WantedChange } from '#chain/decide-change.ts';
import { applied } from '#chain/page/applied-changes.ts';
import { type ChainAt, ChainContext, type Ground } from '#chain/page/chain-context.tsx';
import { type ChainSubject, chainSceneOf } from '#chain/page/chain-scene.ts';
import { useChainSteps } from '#chain/page/useChainSteps.tsx';
import { useChainUrl } from '#chain/page/useChainUrl.tsx';
import { DealContext } from '#deals/page/deal-context.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { useToday } from '#ui/session.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';

type Props = {
  subject: ChainSubject;
  title: string;
  accountId: string | null;
  at?: Instant | undefined;
  children: ReactNode;
};

/** Loads a map, makes the screens' reading of it, and carries out what is wanted of it, one after the other. */
export function ChainProvider({ subject: { kind, id }, title, accountId, at, children }: Props) {
  const today = useToday();
  const deal = use(DealContext);
  const queries = useQueryClient();
  const { change: open } = useChainUrl();
  const query = useQuery(chainQuery({ kind, id }, at));
  const commands = useChainCommands({ kind, id });
  const [inTurn] = useState(oneAfterAnother);
  const data = query.data;
  const scene = useMemo(() => data && chainSceneOf(data, kind), [data, kind]);
  const kept = useMemo(() => {
    const { queryKey } = chainQuery({ kind, id });
    return {
      view: () => queries.getQueryData<ChainView>(queryKey),
      show: (view: ChainView) => queries.setQueryData(queryKey, view),
      refresh: () => queries.refetchQueries({ queryKey }),
    };
  }, [kind, id, queries]);
  const steps = useChainSteps({ kind, kept, commands, inTurn });
  const value = useMemo((): ChainAt | undefined => {
    if (!scene) return undefined;
    const send = async (wanted: readonly WantedChange[], ground: Ground): Promise<Done> => {
      const before = kept.view() ?? scene.data;
      const { own, under } = chainSceneOf(before, kind);
      const done = doneBy(own, under, wanted);
      if (wanted.every(({ act }) => act === 'set')) kept.show(expected(before, kind, wanted));
      try {
        await commands.change({ basedOn: before.version, wanted: [...wanted], ...ground });
        steps.add(done);
        return done;
      } catch (refused) {
        kept.show(before);
        throw refused;
      }
    };
    return {
      subject: { kind, id },
      title,
      scene,
      commands,
      change: (wanted, ground = {}) => inTurn(() => send(wanted, ground)),
      refresh: kept.refresh,
      steps,
      readOnly: at !== undefined || !scene.data.canEdit || (deal?.readOnly ?? false),
      today,
      deal,
      accountId,
      openPerson: (person) => open({ person }),
    };
  }, [scene, commands, steps, kept, kind, id, at, today, title, deal, accountId, open, inTurn]);
  if (value) return <ChainContext value={value}>{children}</ChainContext>;
  if (query.error) return <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />;
  return <SkeletonLines lines={8} />;
}

/** Each begins when the one before has ended, well or badly. */
function oneAfterAnother() {
  let last: Promise<unknown> = Promise.resolve();
  return <T,>(run: () => Promise<T>): Promise<T> => {
    const turn = last.then(run, run);
    last = turn;
    return turn;
  };
}

/** The view as it will be if nothing speaks against it. */
function expected(view: ChainView, kind: ChainSubject['kind'], wanted: readonly WantedChange[]): ChainView {
  const { own, under } = chainSceneOf(view, kind);
  const items = [...applied(own, under, wanted).values()] as ChainView['deal'];
  return kind === 'deal' ? { ...view, deal: items } : { ...view, account: items };
}
