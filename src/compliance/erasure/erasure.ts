import { z } from 'zod';
import { Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { refuse, type Refusal, type RefusalKinds } from '#shared/refusal.ts';
import type { Text } from '#shared/messages.ts';

/** Why a person is erased (PIPL art. 47). */
export const grounds = ['request', 'withdrawn', 'done', 'expired'] as const;
export type Ground = (typeof grounds)[number];

export const groundWords: { readonly [ground in Ground]: Text } = {
  request: { zh: '本人要求删除', en: 'The person asked for it' },
  withdrawn: { zh: '本人撤回同意', en: 'The person withdrew consent' },
  done: { zh: '目的已经实现或不再需要', en: 'The purpose is served or given up' },
  expired: { zh: '保存期满', en: 'Kept long enough' },
};

/** What goes, and how much of it there is. */
export const going = ['fields', 'jobs', 'facts', 'notes', 'tasks', 'files', 'imported', 'mentions', 'events'] as const;
export type Going = (typeof going)[number];

/** What stays under the pseudonym, because the law or the business needs the record. */
export const staying = ['gifts', 'evidence', 'deals'] as const;
export type Staying = (typeof staying)[number];

/** A hold by law: while it stands nothing of the person is erased. */
export const Hold = z.object({ reason: z.string(), byName: z.string(), at: Instant });
export type Hold = z.infer<typeof Hold>;

export const ErasurePreview = z.object({
  contact: z.object({ id: Id, name: z.string(), version: z.int() }),
  pseudonym: z.string(),
  hold: Hold.nullable(),
  goes: z.array(z.object({ what: z.enum(going), count: z.int() })),
  stays: z.array(z.object({ what: z.enum(staying), count: z.int() })),
  everywhere: z.boolean().meta({
    description:
      'Her name points to her alone, so it is replaced in every text; otherwise only in what is tied to her record',
  }),
});
export type ErasurePreview = z.infer<typeof ErasurePreview>;

export const erasureRefusals = {
  'person.held': {
    status: 423,
    words: ({ reason }: { reason: string }): Text => ({
      zh: `这位联系人处于法律保全：${reason}。解除保全之后才能删除。`,
      en: `This contact is under a legal hold: ${reason}. Lift the hold before erasing.`,
    }),
  },
  'person.holdChanged': {
    status: 409,
    words: ({ hold }: { hold: Pick<Hold, 'reason' | 'byName'> | null }): Text =>
      hold
        ? {
            zh: `${hold.byName}已设置法律保全：${hold.reason}。没有改动；如另有事由，解除之前请先与其核对。`,
            en: `${hold.byName} has put this contact under a legal hold meanwhile: ${hold.reason}. Nothing was changed; speak with them before you lift it.`,
          }
        : {
            zh: '法律保全已被解除，没有改动。仍须保全的，请重新设置。',
            en: 'The legal hold was lifted meanwhile; nothing was changed. Set it again if it is still needed.',
          },
    example: { hold: { reason: '…', byName: '…' } },
  },
} satisfies RefusalKinds;

/** A hold is set or lifted over the one that was seen, so that nobody puts aside a colleague's unread. */
export function refuseHold(hold: Hold | null, standing: Hold['at'] | null): Refusal | null {
  return (hold?.at ?? null) === standing ? null : refuse('person.holdChanged', { hold });
}

export function refuseErasure(hold: Pick<Hold, 'reason'> | null): Refusal | null {
  return hold ? refuse('person.held', { reason: hold.reason }) : null;
}
