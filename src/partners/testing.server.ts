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
  /** A project of a customer that is no account. */
  const project = (partnerId: string, more: Partial<RegistrationFields> = {}) => ({
    partnerId,
    name: '二期能源管理项目',
    customerName: `无名客户${number}`,
    brings: '与设计院有多年合作',
    interest: false,
    ...more,
  });
  const registrations = (name: string) => company.as(registrationsContract, actor(name));
  const accounts = (name: string) => company.as(accountsContract, actor(name));
  const newPartner = (who = 'northRep', more: object = {}) =>
    partners(who).create({
      name: `渠道商甲${'甲乙丙丁戊己庚辛壬癸'[number++ % 10]}${number}`,
      kind: 'dealer',
      state: 'active',
      ...more,
    });
  return {
    company,
    now,
    setDay: (next: string) => void (day = next),
    idOf: (name: string) => actor(name).userId,
    partners,
    registrations,
    accounts,
    newPartner,
    project,
    deals: (name: string) => company.as(dealsContract, actor(name)),
    told: async (name: string) =>
      (await company.as(notificationsContract, actor(name)).list({})).rows.map(
        ({ kind, facts }) => `${kind} ${facts.name}`,
      ),
    /** A partner and a customer of their own, and a project that it registered. */
    registered: async (who = 'northRep', more: object = {}) => {
      const partner = await newPartner(who);
      const account = await accounts(who).create({ name: `${partner.name}的客户`, confirm: true });
      const asked = project(partner.id, { accountId: account.id, customerName: null, ...more });
      const registration = await registrations(who).create(asked);
      return { partner, account, registration, at: { id: registration.id, version: registration.version } };
    },
  };
}
