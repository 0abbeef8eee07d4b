import { z } from 'zod';
import { Day } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';
import { command } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { Deal, dealGrades } from '#deals/deal.ts';
import { dealRefusals } from '#deals/deal-refusals.ts';

const changed = pick(platformRefusals, 'record.changed');
const Versioned = z.object({ id: Id, version: z.int() });

/** Whether a deal is worth its time, and when to ask again. */
export const qualifyContract = {
  setGrade: command({
    path: '/deals/{id}/grade',
    access: 'deal.write',
    summary: { zh: '给商机定级', en: 'Grade a deal' },
    input: Versioned.extend({ grade: z.enum(dealGrades), reason: z.string().trim().max(500).optional() }),
    output: Deal,
    refusals: { ...changed, ...pick(dealRefusals, 'grade.reasonRequired', 'deal.notOpen') },
  }),
  parkAgain: command({
    path: '/deals/{id}/park-again',
    access: 'deal.write',
    summary: { zh: '再放一放：改回访日期', en: 'Park on: another day to look again' },
    input: Versioned.extend({ revisitOn: Day }),
    output: Deal,
    refusals: { ...changed, ...pick(dealRefusals, 'deal.notParked', 'parking.revisitNotAhead') },
  }),
};
