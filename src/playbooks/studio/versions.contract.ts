import { z } from 'zod';
import { pick } from '#shared/refusal.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { Note, studioRefusals } from '#playbooks/studio/draft.ts';

const id = z.string().max(60);

export const PlaybookVersion = z.object({
  version: z.int(),
  publishedAt: z.string(),
  publishedByName: z.string().nullable().meta({ description: 'null: it came with the product' }),
  note: z.string(),
  own: z.boolean().meta({ description: "The company's own text" }),
  shippedVersion: z.int().nullable(),
  restores: z.int().nullable().meta({ description: 'The version whose text was published again' }),
  openDeals: z.int(),
});
export type PlaybookVersion = z.infer<typeof PlaybookVersion>;

export const versionsContract = {
  versions: query({
    path: '/playbooks/{id}/versions',
    access: 'playbook.read',
    summary: { zh: '方法论的历次版本', en: 'The versions of a playbook, the newest first' },
    input: z.object({ id }),
    output: z.object({
      versions: z.array(PlaybookVersion),
      offered: z
        .int()
        .nullable()
        .meta({ description: 'A shipped version that the company, having its own, has not taken in' }),
      dismissed: z
        .object({ by: z.string(), at: z.string() })
        .nullable()
        .meta({ description: "Who said 'not now' to what is offered; it can be taken in all the same" }),
    }),
  }),
  source: query({
    path: '/playbooks/{id}/versions/{version}/source',
    access: 'playbook.read',
    summary: { zh: '某一版的 YAML 文本', en: 'The YAML text of a version' },
    input: z.object({ id, version: z.int() }),
    output: z.object({ source: z.string() }),
  }),
  shipped: query({
    path: '/playbooks/{id}/shipped',
    access: 'playbook.read',
    summary: { zh: '随产品提供的最新文本', en: 'The newest shipped text of a playbook' },
    input: z.object({ id }),
    output: z.object({ version: z.int(), source: z.string() }),
  }),
  answerOffer: command({
    method: 'PUT',
    path: '/playbooks/{id}/shipped/answer',
    access: 'playbook.write',
    summary: {
      zh: '对产品带来的新版：暂不采用，或重新考虑',
      en: "Say 'not now' to the shipped version on offer, or unsay it",
    },
    input: z.object({ id, version: z.int(), dismissed: z.boolean() }),
    output: z.object({ dismissed: z.boolean() }),
    refusals: pick(studioRefusals, 'playbook.notOffered'),
  }),
  restore: command({
    path: '/playbooks/{id}/versions/{version}/restore',
    access: 'playbook.write',
    summary: { zh: '回到这一版：原文作为新版本再次发布', en: "Roll back: publish this version's text again" },
    input: z.object({ id, version: z.int(), note: Note, replaces: z.int() }),
    output: z.object({ playbookId: z.string(), version: z.int() }),
    refusals: pick(studioRefusals, 'playbook.invalid', 'playbook.newerPublished', 'playbook.unchanged'),
  }),
};
