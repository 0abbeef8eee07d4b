import { z } from 'zod';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { Belongings } from '#team/belongings.ts';
import { handOverRefusals, Heirs } from '#team/hand-over.ts';
import { userRefusals } from '#team/user.ts';

export const handOverContract = {
  preview: query({
    path: '/users/{id}/belongings',
    access: 'team.handOver',
    summary: { zh: '待交接的数量', en: 'What there is to hand over' },
    input: z.object({ id: Id }),
    output: Belongings,
    refusals: pick(handOverRefusals, 'handOver.outOfReach'),
  }),
  handOver: command({
    path: '/users/{id}/hand-over',
    access: 'team.handOver',
    summary: { zh: '离职交接', en: 'Hand over all that a leaver owns' },
    input: z.object({
      id: Id,
      version: z.int().meta({ description: "The leaver's version" }),
      to: Heirs.meta({ description: 'Who takes each kind' }),
      deactivate: z.boolean().default(false),
    }),
    output: z.object({ handedOver: Belongings, active: z.boolean() }),
    refusals: {
      ...handOverRefusals,
      ...pick(userRefusals, 'user.self', 'user.lastAdmin'),
      ...pick(platformRefusals, 'record.changed'),
    },
  }),
};
