import type { ListExport } from '#platform/import-export/list-export.server.ts';
import { sql } from 'kysely';
import { onePage } from '#platform/list/keyset.server.ts';
import type { AuditEvent } from '#audit/audit.ts';
import { AuditFilters } from '#audit/audit.contract.ts';
import { auditEvents, shown } from '#audit/audit.server.ts';
import { tellAudit } from '#audit/audit-telling.ts';

/** The log as a file, with everything that an event holds. */
export const auditExport: ListExport<typeof AuditFilters, AuditEvent> = {
  list: 'audit',
  name: { zh: '审计记录', en: 'Audit log' },
  permission: 'audit.read',
  filters: AuditFilters,
  sorts: ['at'],
  columns: async () => [
    { key: 'at', label: { zh: '时间（UTC）', en: 'Time (UTC)' }, cell: (row) => row.at },
    { key: 'actor', label: { zh: '操作人', en: 'Who' }, cell: (row) => row.actorName },
    { key: 'what', label: { zh: '操作', en: 'What' }, cell: (row, lang) => tellAudit(row, lang).title },
    { key: 'name', label: { zh: '对象', en: 'Record' }, cell: (row) => tellAudit(row, 'zh').name ?? null },
    { key: 'type', label: { zh: '类型', en: 'Type' }, cell: (row) => row.type },
    { key: 'subjectKind', label: { zh: '对象种类', en: 'Kind' }, cell: (row) => row.subjectKind },
    { key: 'subjectId', label: { zh: '对象编号', en: 'Record id' }, cell: (row) => row.subjectId },
    { key: 'data', label: { zh: '内容', en: 'Data' }, cell: (row) => JSON.stringify(row.data) },
    { key: 'id', label: { zh: '记录编号', en: 'Event id' }, cell: (row) => row.id },
  ],
  page: async (db, actor, asked, { order, after, limit }) => {
    const rows = auditEvents(db, actor.tenantId, asked, actor.timeZone);
    const page = await onePage(rows, { order, after, limit }, sql.ref('e.at'), sql.ref('e.id'));
    return { rows: page.rows.map(shown), next: page.next };
  },
};
