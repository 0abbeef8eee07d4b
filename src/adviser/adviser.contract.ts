import { z } from 'zod';
import { Id } from '#shared/id.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { adviserRefusals } from '#adviser/adviser-refusals.ts';
import { SalesMode, SalesModeFields } from '#adviser/sales-mode.ts';

export const adviserContract = {
  list: query({
    path: '/sales-modes',
    access: 'deal.read',
    summary: { zh: '客户或商机的打法结论，新的在前', en: 'Selling modes of an account or a deal, newest first' },
    input: z.object({
      subjectKind: z.enum(['account', 'deal']),
      subjectId: Id.meta({ description: "Of a deal without its own, its account's" }),
    }),
    output: z.array(SalesMode),
  }),
  create: command({
    path: '/sales-modes',
    access: 'deal.write',
    summary: { zh: '记下打法结论', en: 'Keep a selling mode' },
    input: SalesModeFields,
    output: SalesMode,
    refusals: adviserRefusals,
  }),
};
