import { z } from 'zod';
import { MappingChoices } from '#method/playbook-mapping.ts';
import { textLimit } from '#method/shape-problems.ts';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { Left, manyOf } from '#platform/list/many.ts';
import { Deal } from '#deals/deal.ts';
import { dealRefusals } from '#deals/deal-refusals.ts';
import { Foresight } from '#deals/moving/foresight.ts';
import { movingRefusals } from '#deals/moving/moving-refusals.ts';

const playbookId = z.string().max(60);
const Playbook = z.object({ id: playbookId });
const choices = MappingChoices.optional().meta({ description: 'Where something goes, other than by default' });

export const movingContract = {
  preview: query({
    method: 'POST',
    path: '/playbooks/{id}/moves/preview',
    access: 'playbook.write',
    summary: { zh: '预览迁移：不写入，只报告', en: 'What moving open deals to another version would do' },
    input: Playbook.extend({ from: z.array(z.int()).min(1).max(100), to: z.int(), choices }),
    output: Foresight,
    refusals: pick(movingRefusals, 'mapping.unknown'),
  }),
  carryOut: command({
    path: '/playbooks/{id}/moves',
    access: 'playbook.write',
    summary: { zh: '把选中的商机迁移到另一版本', en: 'Move chosen deals to another version' },
    input: Playbook.extend({ to: z.int(), choices }).extend(manyOf({}).shape),
    output: z.object({
      done: z
        .array(z.object({ id: Id, version: z.int(), from: z.int() }))
        .meta({ description: 'Moved to their `from` again at this version, they stand as before' }),
      left: Left.extend({ notOpen: z.int() }),
    }),
    refusals: pick(movingRefusals, 'mapping.unknown'),
  }),
  simulate: query({
    method: 'POST',
    path: '/playbooks/{id}/simulation',
    access: 'playbook.write',
    summary: { zh: '用草稿模拟进行中的商机', en: 'Where open deals would stand under a draft' },
    input: Playbook.extend({
      source: z.string().max(textLimit).meta({ description: 'The draft, a playbook as YAML' }),
    }),
    output: Foresight,
    refusals: pick(movingRefusals, 'playbook.invalid'),
  }),
  changeMethod: command({
    path: '/deals/{id}/method',
    access: 'deal.migrate',
    summary: { zh: '更换商机的方法论或版本', en: "Change a deal's method or version" },
    input: z.object({ id: Id, version: z.int(), playbookId, playbookVersion: z.int(), choices }),
    output: Deal,
    refusals: {
      ...pick(platformRefusals, 'record.changed'),
      ...pick(dealRefusals, 'playbook.unknown', 'deal.notOpen'),
      ...pick(movingRefusals, 'method.same', 'mapping.unknown'),
    },
  }),
};
