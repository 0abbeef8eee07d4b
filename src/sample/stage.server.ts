import { createRouterClient, type AnyRouter } from '@orpc/server';
import type { ContractRouterClient } from '@orpc/contract';
import type { Logger } from 'pino';
import type { Actor } from '#permissions/actor.ts';
import { accountsContract } from '#accounts/accounts.contract.ts';
import { chainContract } from '#chain/chain.contract.ts';
import { dealsContract } from '#deals/deals.contract.ts';
import { fieldsContract } from '#fields/fields.contract.ts';
import { informationContract } from '#information/information.contract.ts';
import { lintContract } from '#lint/lint.contract.ts';
import { giftsContract } from '#compliance/gifts/gifts.contract.ts';
import { personalFactsContract } from '#compliance/personal-facts/personal-facts.contract.ts';
import { notesContract } from '#notes/notes.contract.ts';
import { contactsContract } from '#people/contacts.contract.ts';
import type { Database, Tx } from '#platform/database/database.server.ts';
import type { RequestContext } from '#platform/http/handlers.server.ts';
import { partnersContract } from '#partners/partners.contract.ts';
import { registrationsContract } from '#partners/registrations/registrations.contract.ts';
import { tiesContract } from '#partners/ties/ties.contract.ts';
import { productsContract } from '#products/products.contract.ts';
import { reviewsContract } from '#reviews/reviews.contract.ts';
import { tasksContract } from '#tasks/tasks.contract.ts';
import { draftsContract } from '#playbooks/studio/drafts.contract.ts';
import { versionsContract } from '#playbooks/studio/versions.contract.ts';
import type { Cue } from '#sample/schedule.ts';

const contracts = {
  accounts: accountsContract,
  chain: chainContract,
  contacts: contactsContract,
  deals: dealsContract,
  fields: fieldsContract,
  gifts: giftsContract,
  information: informationContract,
  lint: lintContract,
  notes: notesContract,
  partners: partnersContract,
  partnerTies: tiesContract,
  personalFacts: personalFactsContract,
  playbookDrafts: draftsContract,
  playbookVersions: versionsContract,
  products: productsContract,
  registrations: registrationsContract,
  reviews: reviewsContract,
  tasks: tasksContract,
};
type Client = ContractRouterClient<typeof contracts>;

/** The API of the company, handled inside one transaction, by whom and when the cue says. */
export type Stage = {
  /** Answers as the cue's person at the cue's moment. */
  as(cue: Pick<Cue, 'by' | 'at'>): Client;
};

/**
 * What the sample does goes the way of every request: permission, input, decision, event. Only the clock is the
 * story's, and the transaction is shared.
 *
 * @param handlers the slices' handlers, by the names of `contracts`
 */
export function openStage(
  tx: Tx,
  handlers: { readonly [K in keyof typeof contracts]: AnyRouter },
  cast: ReadonlyMap<string, Actor>,
  log: Logger,
): Stage {
  const database = {
    write: (_: string, work: (tx: Tx) => unknown) => work(tx),
    read: (_: string, work: (tx: Tx) => unknown) => work(tx),
  } as unknown as Database;
  let context: RequestContext;
  const client = createRouterClient(handlers as AnyRouter, { context: () => context as never }) as unknown as Client;
  return {
    as({ by, at }) {
      const actor = cast.get(by);
      if (!actor) throw new Error(`nobody of ours is called ${by}`);
      context = { database, actor, requestId: 'sample', idempotencyKey: null, now: new Date(at), lang: 'zh', log };
      return client;
    },
  };
}
