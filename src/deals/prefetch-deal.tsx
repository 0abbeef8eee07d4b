import type { QueryClient } from '@tanstack/react-query';
import { dealQuery } from '#deals/deals.queries.tsx';
import { playbookQuery } from '#playbooks/playbooks.queries.tsx';

/** The deal and, as soon as it is known which, its method. */
export async function prefetchDeal(queries: QueryClient, dealId: string): Promise<void> {
  const page = await queries.fetchQuery(dealQuery(dealId)).catch(() => undefined);
  if (page) await queries.prefetchQuery(playbookQuery(page.deal.playbookId, page.deal.playbookVersion));
}
