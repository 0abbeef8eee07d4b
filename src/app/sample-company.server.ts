import type { Logger } from 'pino';
import type { Actor } from '#permissions/actor.ts';
import { defaultScopeOf } from '#permissions/role.ts';
import { accountHandlers } from '#accounts/accounts.server.ts';
import { chainHandlers } from '#chain/store/chain.server.ts';
import { dealHandlers } from '#deals/deals.server.ts';
import { fieldHandlers } from '#fields/fields.server.ts';
import { lintHandlers } from '#lint/lint.server.ts';
import { noteHandlers } from '#notes/notes.server.ts';
import { contactHandlers } from '#people/contacts.server.ts';
import type { Database, Tx } from '#platform/database/database.server.ts';
import { newId } from '#platform/id.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { partnerHandlers } from '#partners/partners.server.ts';
import { nightOf } from '#partners/registrations/nightly-registrations.server.ts';
import { registrationHandlers } from '#partners/registrations/registrations.server.ts';
import { tieHandlers } from '#partners/ties/ties.server.ts';
import { draftHandlers } from '#playbooks/studio/drafts.server.ts';
import { versionHandlers } from '#playbooks/studio/versions.server.ts';
import { productHandlers } from '#products/products.server.ts';
import { informationHandlers } from '#information/information.server.ts';
import { giftHandlers } from '#compliance/gifts/gifts.server.ts';
import { personalFactHandlers } from '#compliance/personal-facts/personal-facts.server.ts';
import { reviewHandlers } from '#reviews/reviews.server.ts';
import { companyName, staff, teams } from '#sample/staff.ts';
import { playSample } from '#sample/sample.server.ts';
import { taskHandlers } from '#tasks/tasks.server.ts';
import { addTeam, addUser, foundCompany, type TeamPlace } from '#team/found-company.server.ts';
import { addDays, dayOf } from '#shared/day.ts';

const handlers = {
  accounts: accountHandlers,
  contacts: contactHandlers,
  chain: chainHandlers,
  deals: dealHandlers,
  fields: fieldHandlers,
  gifts: giftHandlers,
  information: informationHandlers,
  lint: lintHandlers,
  notes: noteHandlers,
  partners: partnerHandlers,
  partnerTies: tieHandlers,
  personalFacts: personalFactHandlers,
  playbookDrafts: draftHandlers,
  playbookVersions: versionHandlers,
  products: productHandlers,
  registrations: registrationHandlers,
  reviews: reviewHandlers,
  tasks: taskHandlers,
};

/** What the sample company is made with; the identity of each colleague is made by the caller. */
type Making = { now: Date; log: Logger; identityOf: (email: string) => string | null };

/** The sample company with its people and their year, whole or not at all. */
export async function foundSampleCompany(database: Database, { now, log, identityOf }: Making) {
  const founded = `${addDays(dayOf(now), -370)}T01:00:00.000Z`;
  const { tenantId, teamId } = await foundCompany(database, companyName, founded);
  return database.write(tenantId, async (tx) => {
    const places = await addTeams(tx, { id: teamId, path: [teamId] }, tenantId);
    const cast = await addStaff(tx, tenantId, places, identityOf, founded);
    await installPlaybooks(tx, tenantId, founded);
    const known = await playSample(tx, handlers, cast, now.toISOString(), log);
    await nightOf(tx, tenantId, new Date(now.getTime() - 1000));
    return { tenantId, cast, known };
  });
}

async function addTeams(tx: Tx, root: TeamPlace, tenantId: string): Promise<Map<string | null, TeamPlace>> {
  const places = new Map<string | null, TeamPlace>([[null, root]]);
  for (const name of teams) places.set(name, await addTeam(tx, { tenantId, id: newId(), name, parent: root }));
  return places;
}

async function addStaff(
  tx: Tx,
  tenantId: string,
  places: ReadonlyMap<string | null, TeamPlace>,
  identityOf: Making['identityOf'],
  founded: string,
): Promise<Map<string, Actor>> {
  const cast = new Map<string, Actor>();
  for (const { name, email, title, team, role } of staff) {
    const id = newId();
    const teamId = places.get(team)!.id;
    await addUser(
      tx,
      tenantId,
      { id, identityId: identityOf(email), name, email, title, teamId, roles: [role] },
      founded,
    );
    const scope = defaultScopeOf[role];
    cast.set(name, {
      tenantId,
      userId: id,
      name,
      roles: [role],
      scope,
      teamIds: scope === 'self' || scope === 'all' ? [] : [teamId],
      keyScopes: null,
      lang: 'zh',
      timeZone: 'Asia/Shanghai',
    });
  }
  return cast;
}
