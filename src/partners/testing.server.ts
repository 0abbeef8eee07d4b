import { accountsContract } from '#accounts/accounts.contract.ts';
import { dealsContract } from '#deals/deals.contract.ts';
import { notificationsContract } from '#notifications/notifications.contract.ts';
import { openTestCompany } from '#platform/http/testing.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { partnersContract } from '#partners/partners.contract.ts';
import { registrationsContract } from '#partners/registrations/registrations.contract.ts';
import type { RegistrationFields } from '#partners/registrations/registration.ts';

export const today = '2026-03-02';

/** A test company on the whole API, whose day can be moved; with partners that work with us. */
export async function openPartnersCompany(router: Parameters<typeof openTestCompany>[0]) {
  let day = today;
  const now = () => new Date(`${day}T02:00:00.000Z`);
  const company = await openTestCompany(router, { now });
  await company.database.write(company.tenantId, (tx) =>
    installPlaybooks(tx, company.tenantId, '2026-01-01T00:00:00.000Z'),
  );
  const actor = (name: string) => company.actors[name]!;
  let number = 0;
  const partners = (name: string) => company.as(partnersContract, actor(name));
  return {
    company,
    now,
    setDay: (next: string) => void (day = next),
    idOf: (name: string) => actor(name).userId,
    partners,
    registrations: (name: string) => company.as(registrationsContract, actor(name)),
    accounts: (name: string) => company.as(accountsContract, actor(name)),
    deals: (name: string) => company.as(dealsContract, actor(name)),
    told: async (name: string) =>
      (await company.as(notificationsContract, actor(name)).list({})).rows.map(
        ({ kind, facts }) => `${kind} ${facts.name}`,
      ),
    newPartner: (who = 'northRep', more: object = {}) =>
      partners(who).create({
        name: `渠道商甲${'甲乙丙丁戊己庚辛壬癸'[number++ % 10]}${number}`,
        kind: 'dealer',
        state: 'active',
        ...more,
      }),
    /** A project of a customer that is no account. */
    project: (partnerId: string, more: Partial<RegistrationFields> = {}) => ({
      partnerId,
      name: '二期能源管理项目',
      customerName: `无名客户${number}`,
      brings: '与设计院有多年合作',
      interest: false,
      ...more,
    }),
  };
}
