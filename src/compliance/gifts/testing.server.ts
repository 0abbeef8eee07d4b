import { accountsContract } from '#accounts/accounts.contract.ts';
import { dealsContract } from '#deals/deals.contract.ts';
import { notificationsContract } from '#notifications/notifications.contract.ts';
import { contactsContract } from '#people/contacts.contract.ts';
import { openTestCompany } from '#platform/http/testing.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { timelineContract } from '#timeline/timeline.contract.ts';
import type { GiftFields } from '#compliance/gifts/gift.ts';
import { giftsContract } from '#compliance/gifts/gifts.contract.ts';

export const today = '2026-03-02';
const clock = () => new Date(`${today}T02:00:00.000Z`);

/** A test company on the whole API, with an account of the northern rep's and people to give something to. */
export async function openGiftsCompany(router: Parameters<typeof openTestCompany>[0]) {
  const company = await openTestCompany(router, { now: clock });
  await company.database.write(company.tenantId, (tx) =>
    installPlaybooks(tx, company.tenantId, '2026-01-01T00:00:00.000Z'),
  );
  const actor = (name: string) => company.actors[name]!;
  const as = (name: string) => company.as(giftsContract, actor(name));
  let number = 0;
  return {
    company,
    as,
    idOf: (name: string) => actor(name).userId,
    deals: (name: string) => company.as(dealsContract, actor(name)),
    contacts: (name: string) => company.as(contactsContract, actor(name)),
    told: async (name: string) => (await company.as(notificationsContract, actor(name)).list({})).rows,
    timeline: (name: string) => company.as(timelineContract, actor(name)),
    newAccount: async (who = 'northRep', more: object = {}) => {
      const { id } = await company
        .as(accountsContract, actor(who))
        .create({ name: `水厂 ${++number} 号`, ownership: 'private', confirm: true, ...more });
      return id;
    },
    newContact: async (accountId: string, name: string, who = 'northRep') =>
      (await company.as(contactsContract, actor(who)).create({ name: `${name}${++number}`, accountId })).id,
    /** A small gift of ¥100 to nobody in particular. */
    gift: (accountId: string, more: Partial<GiftFields> = {}) => ({
      kind: 'gift' as const,
      accountId,
      unnamed: more.contactIds?.length ? 0 : 1,
      on: today,
      amount: 100_00,
      purpose: '春节拜访，公司台历',
      ...more,
    }),
  };
}
