import { defaultScopeOf, type Role } from '#permissions/role.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { changes } from '#platform/events/event.ts';
import { newId } from '#platform/id.server.ts';
import { fold } from '#shared/text.ts';
import { takeTeamsAlong } from '#team/team-store.server.ts';
import { TeamName } from '#team/team.ts';
import { addressless, Email, isAddressless, UserFields } from '#team/user.ts';
import { checkedFields } from '#imports/check-fields.ts';
import { DuplicateJudge, toWrite, withChanges, type Candidate, type Update } from '#imports/chunk.server.ts';
import { existingRecords, type Existing } from '#imports/duplicates.server.ts';
import type { ImportJob, NounImporter } from '#imports/import-job.server.ts';
import { Placing, type MadeManager, type UserDraft } from '#imports/nouns/place-colleagues.server.ts';
import { teamPlaces, type KnownTeam } from '#imports/nouns/team-places.server.ts';
import { issue, type ReadRow } from '#imports/read-row.ts';
import { insertMade } from '#imports/write-missing.server.ts';
import { updateRecords, type ChangedRecord } from '#imports/write-records.server.ts';

const Fields = UserFields.pick({ name: true, title: true }).extend({
  email: Email.optional(),
  team: TeamName.optional(),
  region: TeamName.optional(),
  manager: UserFields.shape.name.optional(),
});

/** Colleagues without a sign-in: they own what is theirs, and come in when somebody invites them. */
export async function userImporter(db: ReadTx, job: ImportJob): Promise<NounImporter> {
  const teams = await teamPlaces(db, job);
  const placing = new Placing(job, teams);
  const judge = new DuplicateJudge<UserDraft>(job, (into, later) => {
    for (const [field, value] of Object.entries(later))
      if (value !== undefined && field !== 'id') Object.assign(into, { [field]: value });
  });

  return {
    async decide(db, rows) {
      const read = rows.map((row) => ({ row, draft: draftOf(row) }));
      const existing = await existingRecords(
        db,
        job,
        [
          { by: 'email', column: 'email', keys: read.map(({ draft }) => draft.email) },
          { by: 'name', column: 'name', keys: read.flatMap(({ draft }) => [draft.name, draft.manager]) },
        ],
        [],
      );
      const named = (name: string) => (existing.get(`name:${name}`) ?? []).filter(({ columns }) => columns['active']);
      const candidates = read.map((one) => candidateOf(one, named, existing, job));
      const known = new Map(
        [...existing.keys()].flatMap((key) => {
          const [one] = key.startsWith('name:') ? named(key.slice('name:'.length)) : [];
          return one ? [[fold(one.columns['name'] as string), one.columns['team_id'] as string | null]] : [];
        }),
      );
      const active = new Map(
        [...existing].map(([key, found]) => [key, found.filter(({ columns }) => columns['active'])]),
      );
      const judged = judge.judge(candidates, active);
      const taken = judged.filter(({ draft, outcome }) => draft && outcome !== 'skip' && outcome !== 'fault');
      const created = taken.filter(({ outcome }) => outcome === 'create').map(({ draft }) => draft as UserDraft);
      placing.place(
        taken.map(({ row, draft }) => ({ row, draft: draftIn(draft!) })),
        known,
        new Set(created),
      );
      return withChanges(judged, (update) => changedUser(job, update));
    },

    async write(tx, decided) {
      const { created, changed } = toWrite(decided);
      const [newTeams, managers] = [teams.take(), placing.take()];
      if (!tx) return;
      // A team's parent must be there before it.
      for (const level of levels(newTeams))
        await insertMade(
          tx,
          job,
          'team',
          level.map((team) => teamRow(job, team)),
          ({ name, parent_id: parentId }) => ({ name, parentId }),
        );
      const people = [...(created as UserDraft[]), ...managers.map(asDraft)].map((draft) => userRow(job, draft));
      await insertMade(tx, job, 'user', people, ({ name, email, title, team_id: teamId, roles, scope }) => ({
        name,
        ...(!isAddressless(email as string) && { email }),
        title,
        teamId,
        roles,
        scope,
      }));
      await updateRecords(tx, job, changed);
      await takeTeamsAlong(
        tx,
        job.actor.tenantId,
        changed.flatMap(({ existing: { id }, columns }) =>
          'team_id' in columns ? [{ id, teamId: columns['team_id'] as string }] : [],
        ),
        job.now,
      );
    },
    missing: () => ({ accounts: 0, products: 0, owners: placing.count, teams: teams.count }),
  };
}

const draftIn = (draft: UserDraft | Update<UserDraft>) => ('existing' in draft ? draft.draft : draft);

function draftOf(row: ReadRow): UserDraft {
  const { name = '', email, title, team, region, manager } = checkedFields(row, Fields);
  return { id: newId(), name, email, title, team, region, manager, role: row.values['role'] as Role | undefined };
}

/** The same address is the same person; the same name, unless both have an address. */
function candidateOf(
  { row, draft }: { row: ReadRow; draft: UserDraft },
  named: (name: string) => readonly Existing[],
  existing: ReadonlyMap<string, readonly Existing[]>,
  { plan }: ImportJob,
): Candidate<UserDraft> {
  const { name, email, manager } = draft;
  const same = named(name).filter(({ columns }) => !email || isAddressless(columns['email'] as string));
  const holder = email ? existing.get(`email:${email}`)?.[0] : undefined;
  if (holder && !holder.columns['active']) row.issues.push(issue('email', words.left));
  else if (holder && plan.policy === 'create') row.issues.push(issue('email', words.taken));
  if (!email && same.length > 1 && plan.policy !== 'create') row.issues.push(issue('name', words.several(name)));
  if (manager && named(manager).length > 1) row.issues.push(issue('manager', words.several(manager)));
  const keys = [...(email ? [`email:${email}`] : []), ...(!email || same.length > 0 ? [`name:${name}`] : [])];
  return { row, draft, keys, needs: [] };
}

/** Roles and scope of somebody who is here stay as they are: a file makes nobody an administrator. */
function changedUser(job: ImportJob, { draft, existing }: Update<UserDraft>): ChangedRecord | undefined {
  const before = existing.columns;
  const wanted = {
    ...(draft.title && { title: draft.title }),
    ...(draft.teamId && { team_id: draft.teamId }),
    ...(draft.email && isAddressless(before['email'] as string) && { email: draft.email }),
  };
  const changed = changes(before, wanted);
  if (!changed) return undefined;
  const data = { name: before['name'] as string, importId: job.id, ...changed };
  const event = { type: 'user.changed', subject: { kind: 'user', id: existing.id }, data } as const;
  return { existing, columns: changed.after, event };
}

const asDraft = ({ id, name, teamId }: MadeManager) => ({ id, name, teamId, role: 'manager' as const });

function userRow(
  { actor, now }: ImportJob,
  { id, name, email, title, role = 'rep', teamId }: Partial<UserDraft> & Pick<UserDraft, 'id' | 'name'>,
) {
  return {
    tenant_id: actor.tenantId,
    id,
    name,
    email: email ?? addressless(id),
    title: title ?? null,
    team_id: teamId ?? null,
    roles: [role],
    scope: defaultScopeOf[role],
    lang: actor.lang,
    time_zone: actor.timeZone,
    created_at: now,
  };
}

function teamRow({ actor }: ImportJob, { id, name, parentId, path }: KnownTeam) {
  return { tenant_id: actor.tenantId, id, name, parent_id: parentId, path };
}

function levels(teams: readonly KnownTeam[]): KnownTeam[][] {
  const depths = [...new Set(teams.map(({ path }) => path.length))].toSorted((a, b) => a - b);
  return depths.map((depth) => teams.filter(({ path }) => path.length === depth));
}

const words = {
  left: {
    zh: '这个邮箱属于一位已停用的成员，请先在成员列表中重新启用',
    en: 'This address belongs to somebody who left; reactivate her in the list of people first',
  },
  taken: { zh: '这个邮箱的同事已经在公司里了', en: 'Somebody with this address is already here' },
  several: (name: string) => ({
    zh: `有多位同事叫“${name}”，请改用邮箱`,
    en: `Several colleagues are named "${name}"; use the e-mail address`,
  }),
};
