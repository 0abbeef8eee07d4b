import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { dayOf, type Instant } from '#shared/day.ts';
import { dealQuery } from '#deals/deals.queries.tsx';
import { playbookQuery } from '#playbooks/playbooks.queries.tsx';
import { DealContext } from '#deals/page/deal-context.tsx';
import { viewOf } from '#deals/page/deal-view.ts';
import { useDealCommands } from '#deals/page/useDealCommands.tsx';
import { isNotThere } from '#ui/refused.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { useSession, useToday } from '#ui/session.tsx';
import { NotFoundNote } from '#ui/state/PageNotes.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';

type Props = {
  dealId: string;
  /** As it was at this moment; read-only then. */
  at?: Instant;
  waiting?: ReactNode;
  children: ReactNode;
};

/** Loads a deal with its method, judges it here as the server does, and gives it to what is inside. */
export function DealProvider({ dealId, at, waiting = <PageSkeleton />, children }: Props) {
  const today = useToday();
  const { timeZone } = useSession().user;
  const commands = useDealCommands(dealId);
  const deal = useQuery(dealQuery(dealId, at));
  const page = deal.data;
  const playbook = useQuery({
    ...playbookQuery(page?.deal.playbookId ?? '', page?.deal.playbookVersion ?? 1),
    enabled: page !== undefined,
  });
  const method = playbook.data;
  const day = at ? dayOf(at, timeZone) : today;
  const value = useMemo(() => {
    if (!page || !method) return undefined;
    const readOnly = at !== undefined || !page.may.write;
    return { view: viewOf(page, method, day), commands, readOnly, past: at !== undefined };
  }, [page, method, day, at, commands]);
  const error = deal.error ?? playbook.error;
  if (value) return <DealContext value={value}>{children}</DealContext>;
  if (!at && isNotThere(deal.error)) return <NotFoundNote />;
  if (error) return <RefusalAlert error={error} onRetry={() => void deal.refetch().then(() => playbook.refetch())} />;
  return waiting;
}
