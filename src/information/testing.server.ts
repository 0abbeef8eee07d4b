import { accountsContract } from '#accounts/accounts.contract.ts';
import { dealsContract } from '#deals/deals.contract.ts';
import { contactsContract } from '#people/contacts.contract.ts';
import { openTestCompany } from '#platform/http/testing.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { timelineContract } from '#timeline/timeline.contract.ts';
import type { Told } from '#information/information.ts';
import { informationContract } from '#information/information.contract.ts';
import type { Value } from '#information/information-value.ts';

export const today = '2026-03-02';
const clock = () => new Date(`${today}T02:00:00.000Z`);

/** How most things come to us in tests. */
export const seen: Told = { source: { kind: 'observation' }, observedOn: '2026-03-01', strength: 'done' };

/** A test company on the whole API, with accounts, people and deals of the northern rep's. */
export async function openInformationCompany(router: Parameters<typeof openTestCompany>[0]) {
  const company = await openTestCompany(router, { now: clock });
  await company.database.write(company.tenantId, (tx) =>
    installPlaybooks(tx, company.tenantId, '2026-01-01T00:00:00.000Z'),
  );
  const actor = (name: string) => company.actors[name]!;
  const as = (name = 'northRep') => company.as(informationContract, actor(name));
  let number = 0;
  return {
    company,
    as,
    idOf: (name: string) => actor(name).userId,
    accounts: (name = 'northRep') => company.as(accountsContract, actor(name)),
    deals: (name = 'northRep') => company.as(dealsContract, actor(name)),
    contacts: (name = 'northRep') => company.as(contactsContract, actor(name)),
    timeline: (name = 'northRep') => company.as(timelineContract, actor(name)),
    newAccount: async (more: object = {}) =>
      company.as(accountsContract, actor('northRep')).create({ name: `水厂 ${++number} 号`, confirm: true, ...more }),
    newDeal: async (accountId: string, more: object = {}) =>
      company
        .as(dealsContract, actor('northRep'))
        .create({ name: `改造 ${++number} 期`, playbookId: 'six-step', accountId, ...more }),
    /** Records a new fact as seen. */
    tell: (id: string, item: string, value: Value | null, told: Partial<Told> = {}) =>
      as().record({ id, item, version: 0, value, told: { ...seen, ...told } }),
  };
}
