import { z } from 'zod';
import { Playbook } from '#method/playbook.ts';
import { query } from '#platform/http/endpoint.ts';

const Named = z.object({ zh: z.string(), en: z.string() });

export const playbooksContract = {
  list: query({
    path: '/playbooks',
    access: 'playbook.read',
    summary: { zh: '方法论列表', en: 'List playbooks' },
    input: z.object({}),
    output: z.array(
      z.object({
        id: z.string(),
        version: z.int(),
        name: Named,
        description: Named,
        stages: z.array(z.object({ id: z.string(), name: Named })),
        openDeals: z.int(),
      }),
    ),
  }),
  show: query({
    path: '/playbooks/{id}/{version}',
    access: 'playbook.read',
    summary: { zh: '方法论全文', en: 'A whole playbook' },
    input: z.object({ id: z.string().max(60), version: z.int() }),
    output: Playbook,
  }),
};
