import { sql } from 'kysely';
import { addDays } from '#shared/day.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { serve, serveOpen } from '#platform/http/handlers.server.ts';
import { onePage } from '#platform/list/keyset.server.ts';
import { openEventData } from '#chain/chain-access.ts';
import type { AuditEvent } from '#audit/audit.ts';
import { auditChainContract, auditContract, type AuditFilters } from '#audit/audit.contract.ts';
import { verifyChain } from '#audit/verify-chain.server.ts';

export const auditHandlers = serve(auditContract, {
  list: async ({ actor, db }, asked) => {
    const rows = auditEvents(db, actor.tenantId, asked, actor.timeZone);
    const page = await onePage(rows, asked, sql.ref('e.at'), sql.ref('e.id'));
    return { rows: page.rows.map(shown), next: page.next };
  },
});

/** Opens its own short transactions: a long chain must not hold the only connection of the embedded engine. */
export const auditChainHandlers = serveOpen(auditChainContract, {
  verify: ({ database, actor }) => verifyChain(database, actor!.tenantId),
});

/** The log, filtered; the export reads the same. */
export function auditEvents(db: ReadTx, tenantId: string, filters: AuditFilters, timeZone: string) {
  const { actorId, kind, type, subjectId, from, to } = filters;
  let rows = db
    .selectFrom('events as e')
    .leftJoin('users as u', (on) => on.onRef('u.tenant_id', '=', 'e.tenant_id').onRef('u.id', '=', 'e.actor_id'))
    .select([
      'e.id',
      'e.at',
      'e.type',
      'e.subject_kind',
      'e.subject_id',
      'e.actor_id',
      'u.name as actor_name',
      'e.data',
    ])
    .where('e.tenant_id', '=', tenantId);
  if (actorId) rows = rows.where('e.actor_id', '=', actorId);
  if (kind) rows = rows.where('e.subject_kind', '=', kind);
  if (type) rows = rows.where('e.type', '=', type);
  if (subjectId) rows = rows.where('e.subject_id', '=', subjectId);
  if (from) rows = rows.where(sql<boolean>`e.at >= ${from}::timestamp at time zone ${timeZone}`);
  if (to) rows = rows.where(sql<boolean>`e.at < ${addDays(to, 1)}::timestamp at time zone ${timeZone}`);
  return rows;
}

export type AuditRow = Awaited<ReturnType<ReturnType<typeof auditEvents>['executeTakeFirstOrThrow']>>;

export function shown(row: AuditRow): AuditEvent {
  const { id, at, type, actor_id, actor_name, subject_kind, subject_id } = row;
  return {
    id,
    at,
    type,
    subjectKind: subject_kind,
    subjectId: subject_id,
    actorId: actor_id,
    actorName: actor_name,
    // What is believed of people stays with the deal's team, also in the log.
    data: openEventData(row.data as AuditEvent['data']),
  };
}
