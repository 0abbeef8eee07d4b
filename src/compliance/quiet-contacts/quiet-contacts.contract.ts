import { z } from 'zod';
import { command, query } from '#platform/http/endpoint.ts';
import { page, pageQuery } from '#platform/list/page.ts';
import { Day } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { writtenRefusals } from '#compliance/written-text.ts';
import { QuietContact, quietStates } from '#compliance/quiet-contacts/quiet-contact.ts';

export const quietContactsContract = {
  list: query({
    path: '/quiet-contacts',
    access: 'person.handle',
    summary: { zh: '久未往来、该复核的联系人', en: 'Contacts without activity, due for review' },
    input: z.object({ state: z.enum(quietStates).default('due') }).extend(pageQuery(['updated'], 'updated')),
    output: page(QuietContact).extend({
      reviewAfterDays: z.int().nullable().meta({ description: 'null: the company lists none' }),
    }),
  }),
  keep: command({
    path: '/contacts/{id}/keep',
    access: 'person.handle',
    summary: { zh: '复核后保留，写明理由', en: 'Keep a contact after review, for a reason' },
    input: z.object({ id: Id, reason: z.string().trim().min(2).max(300) }),
    output: z.object({
      dueOn: Day.nullable().meta({ description: 'When she is due again; null: the company lists none' }),
    }),
    refusals: writtenRefusals,
  }),
};
