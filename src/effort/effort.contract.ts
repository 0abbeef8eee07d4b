import { z } from 'zod';
import { query } from '#platform/http/endpoint.ts';
import { dealGrades } from '#deals/deal.ts';
import { Effort, EffortDeal } from '#effort/effort.ts';

export const effortContract = {
  show: query({
    path: '/effort',
    access: 'deal.read',
    summary: { zh: '动作花在哪些等级的商机上', en: 'Where the acts go, by grade' },
    input: z.object({ days: z.union([z.literal(30), z.literal(90)]).default(30) }),
    output: z.object({
      low: z.array(z.enum(dealGrades)).meta({ description: 'The grades that count as low' }),
      all: Effort,
      owners: z.array(Effort),
      teams: z.array(Effort),
      deals: z.array(EffortDeal).meta({ description: 'Low-grade deals by the acts they took, at most 50' }),
    }),
  }),
};
