import { useQuery } from '@tanstack/react-query';
import { accountAnswers } from '#adviser/sales-mode.ts';
import { salesModesQuery } from '#adviser/adviser.queries.tsx';
import { accounts, dealQuery } from '#deals/deals.queries.tsx';
import type { AdviserAnswers } from '#method/adviser.ts';

type Named = { id: string; name: string };
/** What the advice is about, and what was answered before. */
export type Advised = { deal?: Named; account?: Named; known?: AdviserAnswers };

/** The deal or account of the URL; what was found of the account serves its deals too. */
export function useAdvised({ deal: dealId, account: accountId }: { deal?: string; account?: string }): Advised {
  const deal = useQuery({ ...dealQuery(dealId ?? ''), enabled: dealId !== undefined }).data;
  const shown = useQuery({
    ...accounts.show.queryOptions({ input: { id: accountId ?? '' } }),
    enabled: accountId !== undefined,
  }).data;
  const kind = dealId ? 'deal' : 'account';
  const id = dealId ?? accountId;
  const modes = useQuery({ ...salesModesQuery(kind, id ?? ''), enabled: id !== undefined }).data;
  const last = modes?.[0];
  const account =
    shown?.account ?? (deal?.deal.accountId ? { id: deal.deal.accountId, name: deal.accountName ?? '' } : undefined);
  return {
    ...(deal && { deal: { id: deal.deal.id, name: deal.deal.name } }),
    ...(account && { account: { id: account.id, name: account.name } }),
    ...(last && { known: last.dealId === (dealId ?? null) ? last.answers : accountAnswers(last.answers) }),
  };
}
