import { refuse } from '#shared/refusal.ts';
import type { Tx } from '#platform/database/database.server.ts';
import { saved } from '#platform/database/saved.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { decide, found } from '#platform/http/refused.server.ts';
import { belongingKinds, type Belongings } from '#team/belongings.ts';
import { belongingsOf } from '#team/belongings.server.ts';
import { decideHandOver, maySettle } from '#team/hand-over.ts';
import { handOverContract } from '#team/hand-over.contract.ts';
import { moveMemberships, moveOwned, type Move } from '#team/move-belongings.server.ts';
import { otherAdmins, revokeKeys } from '#team/users.server.ts';

export const handOverHandlers = serve(handOverContract, {
  preview: async ({ actor, db }, { id }) => {
    const [leaver] = await people(db as Tx, actor.tenantId, [id]);
    if (!maySettle(actor, found(leaver))) return refuse('handOver.outOfReach');
    return belongingsOf(db, actor.tenantId, id);
  },

  handOver: async ({ actor, tx, now, record }, { id, version, to, deactivate }) => {
    const { tenantId } = actor;
    const admins = await otherAdmins(tx, tenantId, id);
    const known = await people(tx, tenantId, [id, ...Object.values(to)]);
    const leaver = found(known.find((person) => person.id === id));
    const counts = await belongingsOf(tx, tenantId, id);
    const { moves } = decide(decideHandOver(actor, { to, deactivate }, { leaver, heirs: known, counts }));
    if (deactivate && leaver.roles.includes('admin') && admins === 0) return refuse('user.lastAdmin');

    for (const kind of moves) {
      const heir = found(known.find((person) => person.id === to[kind]));
      const move: Move = { tenantId, from: leaver, to: heir, now, record };
      await (kind === 'memberships' ? moveMemberships(tx, move) : moveOwned(tx, kind, move));
    }
    const left = deactivate && leaver.active;
    await saved(tx, 'users', { tenantId, id, version }, left ? { active: false, sessions_from: now } : {}, ['id']);
    if (left) await revokeKeys(tx, tenantId, id, now);
    const handedOver = Object.fromEntries(
      belongingKinds.map((kind) => [kind, moves.includes(kind) ? counts[kind] : 0]),
    ) as Belongings;
    const subject = { kind: 'user', id };
    await record({ type: 'user.handedOver', subject, data: { name: leaver.name, to, handedOver } });
    if (left)
      await record({
        type: 'user.left',
        subject,
        data: { name: leaver.name, before: { active: true }, after: { active: false } },
      });
    return { handedOver, active: leaver.active && !left };
  },
});

async function people(db: Tx, tenantId: string, ids: string[]) {
  return db
    .selectFrom('users')
    .select(['id', 'name', 'team_id as teamId', 'active', 'roles'])
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', ids)
    .execute();
}
