import { accountHandlers } from '#accounts/accounts.server.ts';
import { accountsContract } from '#accounts/accounts.contract.ts';
import { dealsContract } from '#deals/deals.contract.ts';
import { openDealsCompany } from '#deals/testing.server.ts';
import { contactHandlers } from '#people/contacts.server.ts';
import { contactsContract } from '#people/contacts.contract.ts';
import { newId } from '#platform/id.server.ts';
import { timelineHandlers } from '#timeline/timeline.server.ts';
import { timelineContract } from '#timeline/timeline.contract.ts';
import { chainContract } from '#chain/chain.contract.ts';
import type { WantedChange } from '#chain/decide-change.ts';
import type { Value } from '#chain/chain-items.ts';
import { chainHandlers } from '#chain/store/chain.server.ts';

/** A company with an account of the northern rep, some contacts there, and a deal; and the acts that tests do on a map. */
export async function openChainCompany() {
  const at = await openDealsCompany({
    chain: chainHandlers,
    accounts: accountHandlers,
    contacts: contactHandlers,
    timeline: timelineHandlers,
  });
  const actor = (name: string) => at.company.actors[name]!;
  const chain = (name = 'northRep') => at.company.as(chainContract, actor(name));
  const contacts = (name = 'northRep') => at.company.as(contactsContract, actor(name));
  const accounts = (name = 'northRep') => at.company.as(accountsContract, actor(name));
  const newAccount = (name: string) => accounts().create({ name });
  return {
    ...at,
    actor,
    chain,
    contacts,
    accounts,
    deals: (name = 'northRep') => at.company.as(dealsContract, actor(name)),
    timeline: (name = 'northRep') => at.company.as(timelineContract, actor(name)),
    newAccount,
    newPerson: (name: string, accountId: string, title = '工程师') => contacts().create({ name, accountId, title }),
    /** An account, two of its people, and a deal with nobody on the map yet. */
    newDealOf: async (name: string) => {
      const account = await newAccount(`${name}有限公司`);
      const [wang, li] = await Promise.all(
        ['王总', '李工'].map((person) => contacts().create({ name: person, accountId: account.id, title: '主管' })),
      );
      const deal = await at.newDeal(name, { accountId: account.id });
      return { account, wang: wang!, li: li!, deal };
    },
  };
}

export function person(id: string, fields: { [field: string]: Value } = {}): WantedChange {
  return { act: 'add', item: 'node', id, fields: { kind: 'person', ...fields } };
}

export function edge(kind: string, from: string, to: string, fields: { [field: string]: Value } = {}): WantedChange {
  return { act: 'add', item: 'edge', id: newId(), fields: { kind, from, to, ...fields } };
}

export function set(id: string, fields: { [field: string]: Value }): WantedChange {
  return { act: 'set', item: 'node', id, fields };
}
