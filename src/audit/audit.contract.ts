import { z } from 'zod';
import { Day } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { query } from '#platform/http/endpoint.ts';
import { page, pageQuery } from '#platform/list/page.ts';
import { AuditEvent, Verification } from '#audit/audit.ts';

export const AuditFilters = z.object({
  actorId: Id.optional().meta({ description: 'Who did it' }),
  kind: z.string().max(40).optional().meta({ description: 'Kind of record: account, deal, user …' }),
  type: z.string().max(80).optional().meta({ description: 'Exactly what happened: deal.advanced' }),
  subjectId: Id.optional().meta({ description: 'One record' }),
  from: Day.optional().meta({ description: 'From this day on, in the time zone of who asks' }),
  to: Day.optional().meta({ description: 'Up to and with this day' }),
});
export type AuditFilters = z.infer<typeof AuditFilters>;

export const auditContract = {
  list: query({
    path: '/audit/events',
    access: 'audit.read',
    summary: { zh: '审计记录', en: 'Who did what' },
    input: AuditFilters.extend({ ...pageQuery(['at'], 'at'), order: z.enum(['asc', 'desc']).default('desc') }),
    output: page(AuditEvent),
  }),
};

export const auditChainContract = {
  verify: query({
    path: '/audit/verification',
    access: 'audit.read',
    summary: { zh: '校验审计记录是否被改动', en: 'Whether the log is as it was written' },
    input: z.object({}),
    output: Verification,
  }),
};
