import { z } from 'zod';
import { Id } from '#shared/id.ts';
import type { RefusalKinds } from '#shared/refusal.ts';

/** The lists whose filters may be kept under a name. */
export const viewLists = ['accounts', 'contacts', 'deals', 'partners', 'registrations'] as const;
export type ViewList = (typeof viewLists)[number];

const MOST_FILTERS = 40;

/** Filters and sorting as the list's URL holds them: { stageId: 'win', sort: 'amount' }. */
export const ViewSearch = z
  .record(z.string().min(1).max(80), z.string().max(300))
  .refine((search) => Object.keys(search).length <= MOST_FILTERS);
export type ViewSearch = z.infer<typeof ViewSearch>;

export const ViewFields = z.object({
  name: z.string().trim().min(1).max(60),
  search: ViewSearch,
  shared: z.boolean().default(false).meta({ description: 'Every colleague may choose it' }),
});
export type ViewFields = z.infer<typeof ViewFields>;

/** A saved view 视图 of a list. */
export const View = ViewFields.extend({
  id: Id,
  list: z.enum(viewLists),
  shared: z.boolean(),
  mine: z.boolean().meta({ description: 'Only hers may be changed or deleted' }),
  ownerName: z.string(),
  isDefault: z.boolean().meta({ description: 'The reader opens the list with it' }),
});
export type View = z.infer<typeof View>;

/** Of one list; more than these nobody finds her way in. */
export const MOST_VIEWS = 50;

export const viewRefusals = {
  'view.nameTaken': {
    status: 409,
    words: ({ name }: { name: string }) => ({
      zh: `您已有一个名为“${name}”的视图，请换个名称。`,
      en: `You already have a view named "${name}"; choose another name.`,
    }),
  },
  'view.tooMany': {
    status: 409,
    words: ({ most }: { most: number }) => ({
      zh: `每个列表最多保存 ${most} 个视图，请先删除不用的。`,
      en: `A list keeps at most ${most} views; delete some that are no longer used.`,
    }),
  },
} satisfies RefusalKinds;

/** May this view be kept beside her others of the list? */
export function fitsBeside(name: string, others: readonly { name: string }[]): 'nameTaken' | 'tooMany' | null {
  if (others.some((other) => other.name === name)) return 'nameTaken';
  return others.length >= MOST_VIEWS ? 'tooMany' : null;
}
