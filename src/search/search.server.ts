import { can } from '#permissions/actor.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { likenessOf, ranked } from '#search/found.ts';
import { readAs } from '#search/initials.server.ts';
import { accountCandidates, contactCandidates, dealCandidates, planEach } from '#search/search-candidates.server.ts';
import { searchContract } from '#search/search.contract.ts';

export const searchHandlers = serve(searchContract, {
  find: async ({ actor, db }, { text, limit }) => {
    // Sent one behind the other without waiting: one connection, one round trip.
    const [, accounts, contacts, deals] = await Promise.all([
      planEach(db),
      can(actor, 'account.read') ? accountCandidates(db, actor, text) : [],
      can(actor, 'contact.read') ? contactCandidates(db, actor, text) : [],
      can(actor, 'deal.read') ? dealCandidates(db, actor, text) : [],
    ]);
    const best = <R extends { name: string; besides: (string | null)[] }>(rows: readonly R[]) =>
      ranked(rows, ({ name, besides }) => likenessOf(text, name, besides, readAs), limit);
    return { accounts: best(accounts), contacts: best(contacts), deals: best(deals) };
  },
});
