import { sql } from 'kysely';
import type { ReadTx, Tx } from '#platform/database/database.server.ts';
import { saved } from '#platform/database/saved.server.ts';
import { changes } from '#platform/events/event.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { decide, found } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { addTeam } from '#team/found-company.server.ts';
import { decidePlace, decideRemoval, type Team } from '#team/team.ts';
import { teamsContract } from '#team/teams.contract.ts';

export const teamHandlers = serve(teamsContract, {
  list: async ({ actor, db }) => ({ rows: await teamsOf(db, actor.tenantId) }),

  create: async ({ actor, tx, record }, { name, parentId }) => {
    const teams = await lockTeams(tx, actor.tenantId);
    const parent = teams.find((team) => team.id === parentId);
    const id = newId();
    decide(decidePlace({ id, parentId, path: [] }, parent, name, namesUnder(teams, parentId, id)));
    await addTeam(tx, { tenantId: actor.tenantId, id, name, parent: parent ?? null });
    await record({ type: 'team.created', subject: { kind: 'team', id }, data: { name, after: { name, parentId } } });
    return oneTeam(tx, actor.tenantId, id);
  },

  change: async ({ actor, tx, record }, { id, version, ...change }) => {
    const { tenantId } = actor;
    const teams = await lockTeams(tx, tenantId);
    const before = found(teams.find((team) => team.id === id));
    const { name = before.name, parentId = before.parentId } = change;
    const parent = parentId === null ? null : teams.find((team) => team.id === parentId);
    const { path } = decide(decidePlace(before, parent, name, namesUnder(teams, parentId, id)));
    const changed = changes(before, { name, parentId });
    if (!changed) return before;
    await saved(tx, 'teams', { tenantId, id, version }, { name, parent_id: parentId }, ['id']);
    if (parentId !== before.parentId) await moveSubtree(tx, tenantId, id, path.slice(0, -1));
    await record({ type: 'team.changed', subject: { kind: 'team', id }, data: { name, ...changed } });
    return oneTeam(tx, tenantId, id);
  },

  remove: async ({ actor, tx, record }, { id }) => {
    const team = found((await lockTeams(tx, actor.tenantId)).find((one) => one.id === id));
    const removal = decide(decideRemoval(team, await holdings(tx, actor.tenantId, id)));
    // Whoever was invited into it joins without a team.
    await tx
      .updateTable('invitations')
      .set({ team_id: null })
      .where('tenant_id', '=', actor.tenantId)
      .where('team_id', '=', id)
      .execute();
    await tx.deleteFrom('teams').where('tenant_id', '=', actor.tenantId).where('id', '=', id).execute();
    const { name, parentId } = team;
    await record({ type: 'team.removed', subject: { kind: 'team', id }, data: { name, before: { name, parentId } } });
    return removal;
  },
});

async function teamsOf(db: ReadTx, tenantId: string): Promise<Team[]> {
  const rows = await db
    .selectFrom('teams as t')
    .leftJoin('users as u', (on) =>
      on.onRef('u.tenant_id', '=', 't.tenant_id').onRef('u.team_id', '=', 't.id').on('u.active', '=', true),
    )
    .select(['t.id', 't.name', 't.parent_id as parentId', 't.path', 't.version'])
    .select((eb) => eb.fn.count<number>('u.id').as('people'))
    .where('t.tenant_id', '=', tenantId)
    .groupBy(['t.tenant_id', 't.id'])
    .orderBy('t.name')
    .execute();
  return rows;
}

async function oneTeam(db: ReadTx, tenantId: string, id: string): Promise<Team> {
  return found((await teamsOf(db, tenantId)).find((team) => team.id === id));
}

/** All teams, held until the commit: two moves at once could tie the tree into a ring. A company has few. */
async function lockTeams(tx: Tx, tenantId: string): Promise<Team[]> {
  await sql`select id from teams where tenant_id = ${tenantId} order by id for update`.execute(tx);
  return teamsOf(tx, tenantId);
}

async function moveSubtree(tx: Tx, tenantId: string, id: string, above: string[]): Promise<void> {
  await sql`
    update teams set path = ${above}::uuid[] || path[array_position(path, ${id}::uuid) : cardinality(path)]
    where tenant_id = ${tenantId} and path @> array[${id}::uuid]`.execute(tx);
}

async function holdings(tx: Tx, tenantId: string, id: string) {
  const { rows } = await sql<{ people: number; teams: number; records: number }>`
    select
      (select count(*) from users where tenant_id = ${tenantId} and team_id = ${id}) as people,
      (select count(*) from teams where tenant_id = ${tenantId} and parent_id = ${id}) as teams,
      (select count(*) from accounts where tenant_id = ${tenantId} and team_id = ${id})
        + (select count(*) from contacts where tenant_id = ${tenantId} and team_id = ${id})
        + (select count(*) from deals where tenant_id = ${tenantId} and team_id = ${id}) as records
  `.execute(tx);
  return rows[0]!;
}

function namesUnder(teams: readonly Team[], parentId: string | null, exceptId: string): string[] {
  return teams.filter((team) => team.parentId === parentId && team.id !== exceptId).map((team) => team.name);
}
