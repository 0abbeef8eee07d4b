import { z } from 'zod';
import { Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { pick } from '#shared/refusal.ts';
import { writtenRefusals } from '#compliance/written-text.ts';
import { PersonExport } from '#compliance/erasure/person-export.ts';
import { ErasurePreview, erasureRefusals, grounds } from '#compliance/erasure/erasure.ts';

const OfContact = z.object({ id: Id });

/** What a person may ask a company for (PIPL art. 45 and 47): what is held about her, and that it be erased. */
export const personRightsContract = {
  export: command({
    path: '/contacts/{id}/personal-export',
    access: 'person.handle',
    summary: { zh: '导出公司持有的关于一个人的全部信息', en: 'Export all that is held about a person' },
    input: OfContact.extend({ reason: z.string().trim().min(2).max(300) }),
    output: z.object({ person: PersonExport.nullable().meta({ description: 'null on a retry: ask anew' }) }),
    refusals: writtenRefusals,
    shownOnce: ['person'],
  }),
  preview: query({
    path: '/contacts/{id}/erasure',
    access: 'person.handle',
    summary: { zh: '删除前预览：删什么、留什么', en: 'What erasing a person takes away, and what stays' },
    input: OfContact,
    output: ErasurePreview,
  }),
  hold: command({
    method: 'PUT',
    path: '/contacts/{id}/legal-hold',
    access: 'person.handle',
    summary: { zh: '设置或解除法律保全', en: 'Set or lift a legal hold' },
    input: OfContact.extend({
      reason: z.string().trim().min(2).max(300).nullable().meta({ description: 'null lifts the hold' }),
      standing: Instant.nullable().meta({
        description: 'When the hold was set that the preview showed, its `at`; null: it showed none',
      }),
    }),
    output: ErasurePreview,
    refusals: { ...writtenRefusals, ...pick(erasureRefusals, 'person.holdChanged') },
  }),
  erase: command({
    path: '/contacts/{id}/erasure',
    access: 'person.handle',
    summary: { zh: '删除一个人的个人信息', en: 'Erase a person' },
    input: OfContact.extend({ version: z.int(), ground: z.enum(grounds) }),
    output: z.object({ pseudonym: z.string() }),
    refusals: { ...pick(platformRefusals, 'record.changed'), ...pick(erasureRefusals, 'person.held') },
  }),
};
