import { z } from 'zod';
import type { Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import type { RefusalKinds } from '#shared/refusal.ts';
import { type Problem, textLimit } from '#method/shape-problems.ts';
import { Id as MethodId } from '#method/playbook.ts';

/** A method's own id. 'drafts' is a place in the address bar. */
export const PlaybookId = MethodId.refine((id) => id !== 'drafts');
export const Source = z.string().max(textLimit).meta({ description: 'The whole method as YAML' });
export const Note = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .meta({ description: 'What changed, for those who read the history' });

/** A method being written 草稿: its text, whatever its faults, and the version it follows. */
export const PlaybookDraft = z.object({
  id: Id,
  playbookId: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  baseVersion: z.int().nullable().meta({ description: 'The published version it began from' }),
  latestVersion: z.int().nullable().meta({ description: 'The newest published version' }),
  version: z.int(),
  updatedAt: z.string(),
  updatedByName: z.string(),
  mine: z.boolean().meta({ description: 'The reader saved it last' }),
});
export type PlaybookDraft = z.infer<typeof PlaybookDraft>;

const some = (problems: readonly Problem[], lang: 'zh' | 'en') =>
  problems
    .slice(0, 3)
    .map(({ line, words }) =>
      line ? `${lang === 'zh' ? `第 ${line} 行` : `line ${line}`} ${words[lang]}` : words[lang],
    )
    .join(lang === 'zh' ? '；' : '; ');

export const studioRefusals = {
  'playbook.invalid': {
    status: 422,
    words: ({ problems }: { problems: readonly Problem[] }) => ({
      zh: `这套方法论还有 ${problems.length} 处问题，不能发布：${some(problems, 'zh')}。请逐条改好再发布。`,
      en: `The method has ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} and cannot be published: ${some(problems, 'en')}. Correct them first.`,
    }),
    example: { problems: [] },
  },
  'playbook.draftExists': {
    status: 409,
    words: ({ by }: { by: string }) => ({
      zh: `这套方法论已有一份草稿（${by}最后保存），请打开它继续修改。`,
      en: `There is a draft of this method already (last saved by ${by}); open that one and go on there.`,
    }),
  },
  'playbook.idTaken': {
    status: 409,
    words: ({ id }: { id: string }) => ({
      zh: `已有标识为“${id}”的方法论，请换一个标识；要修改它，请打开它点“修改”。`,
      en: `There is a method with the id "${id}"; choose another, or open that method to change it.`,
    }),
  },
  'playbook.newerPublished': {
    status: 409,
    words: ({ version }: { version: number | null }) => ({
      zh: `您修改期间第 ${version ?? 0} 版已经发布。您的草稿仍然保留，请先与新版对比，再决定是否发布。`,
      en: `Version ${version ?? 0} was published while you were working. Your draft is kept; compare it with that version, then publish.`,
    }),
  },
  'playbook.notOffered': {
    status: 409,
    words: ({ version }: { version: number }) => ({
      zh: `产品自带第 ${version} 版现在没有待采用的提示：可能已被采用，或又有了更新的版本。请刷新页面再看。`,
      en: `Shipped version ${version} is not on offer: it was taken in, or a newer one came. Reload the page.`,
    }),
  },
  'playbook.unchanged': {
    status: 409,
    words: ({ version }: { version: number }) => ({
      zh: `与第 ${version} 版没有差别，不必再发布。`,
      en: `It says the same as version ${version}; there is nothing to publish.`,
    }),
  },
} satisfies RefusalKinds;

/** Saves further apart than this, or of another hand, are another sitting. */
const SITTING = 10 * 60_000;

/** Whether a save begins another sitting at the draft: of somebody else, or after a pause. */
export function isNewSitting(
  { mine, version, updatedAt }: Pick<PlaybookDraft, 'mine' | 'version' | 'updatedAt'>,
  now: Instant,
): boolean {
  return !mine || version === 1 || Date.parse(now) - Date.parse(updatedAt) > SITTING;
}
