import { can } from '#permissions/actor.ts';
import { planEach } from '#platform/database/plans.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { likenessOf, ranked } from '#search/found.ts';
import { readAs } from '#search/initials.server.ts';
import { accountsFound, contactsFound, dealsFound, hitsOf } from '#search/search-candidates.server.ts';
import { searchContract } from '#search/search.contract.ts';

export const searchHandlers = serve(searchContract, {
  find: async ({ actor, db }, { text, limit }) => {
    const kinds = new Set([
      ...(can(actor, 'account.read') ? ['sought_accounts' as const] : []),
      ...(can(actor, 'contact.read') ? ['sought_contacts' as const] : []),
      ...(can(actor, 'deal.read') ? ['sought_deals' as const] : []),
    ]);
    const hits = await hitsOf(db, actor, text, kinds);
    const [, accounts, contacts, deals] = await Promise.all([
      planEach(db, false),
      accountsFound(db, actor, hits.accounts),
      contactsFound(db, actor, hits.contacts),
      dealsFound(db, actor, hits.deals),
    ]);
    const best = <R extends { name: string; besides: (string | null)[] }>(rows: readonly R[]) =>
      ranked(rows, ({ name, besides }) => likenessOf(text, name, besides, readAs), limit);
    return { accounts: best(accounts), contacts: best(contacts), deals: best(deals) };
  },
});
