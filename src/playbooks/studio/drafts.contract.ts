import { z } from 'zod';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { Note, PlaybookDraft, PlaybookId, Source, studioRefusals } from '#playbooks/studio/draft.ts';

const Whole = PlaybookDraft.extend({ source: z.string() });

export const draftsContract = {
  list: query({
    path: '/playbook-drafts',
    access: 'playbook.write',
    summary: { zh: '方法论草稿', en: 'List drafts of playbooks' },
    input: z.object({}),
    output: z.array(PlaybookDraft),
  }),
  show: query({
    path: '/playbook-drafts/{id}',
    access: 'playbook.write',
    summary: { zh: '草稿全文', en: 'A whole draft' },
    input: z.object({ id: Id }),
    output: Whole,
  }),
  create: command({
    path: '/playbook-drafts',
    access: 'playbook.write',
    summary: { zh: '新建草稿', en: 'Begin a draft' },
    input: z.object({
      playbookId: PlaybookId,
      source: Source,
      baseVersion: z.int().min(1).nullable().default(null).meta({ description: 'null: a method that is new' }),
      shippedVersion: z.int().min(1).nullable().default(null).meta({ description: 'The shipped version taken in' }),
    }),
    output: Whole,
    refusals: pick(studioRefusals, 'playbook.draftExists', 'playbook.idTaken'),
  }),
  save: command({
    method: 'PUT',
    path: '/playbook-drafts/{id}',
    access: 'playbook.write',
    summary: { zh: '保存草稿（有错误也可以保存）', en: 'Save a draft, faults and all' },
    input: z.object({ id: Id, version: z.int(), source: Source }),
    output: PlaybookDraft,
    refusals: pick(platformRefusals, 'record.changed'),
  }),
  discard: command({
    method: 'DELETE',
    path: '/playbook-drafts/{id}',
    access: 'playbook.write',
    summary: { zh: '放弃草稿', en: 'Discard a draft' },
    input: z.object({ id: Id }),
    output: z.object({ id: Id }),
  }),
  publish: command({
    path: '/playbook-drafts/{id}/publish',
    access: 'playbook.write',
    summary: { zh: '发布为新版本', en: 'Publish a draft as a new version' },
    input: z.object({
      id: Id,
      version: z.int(),
      note: Note,
      replaces: z.int().nullable().meta({ description: 'The newest published version as the publisher knows it' }),
    }),
    output: z.object({ playbookId: z.string(), version: z.int() }),
    refusals: {
      ...pick(platformRefusals, 'record.changed'),
      ...pick(studioRefusals, 'playbook.invalid', 'playbook.newerPublished', 'playbook.unchanged'),
    },
  }),
};
