import { z } from 'zod';
import { Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import type { Text } from '#shared/messages.ts';
import { subjectKinds } from '#platform/subject.ts';
import type { RefusalKinds } from '#shared/refusal.ts';

export const NoteBody = z.string().trim().min(1).max(20_000);

/** Something worth remembering about an account, a contact or a deal. */
export const Note = z.object({
  id: Id,
  subjectKind: z.enum(subjectKinds),
  subjectId: Id,
  body: z.string(),
  authorId: Id,
  authorName: z.string(),
  version: z.int(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Note = z.infer<typeof Note>;

export const noteRefusals = {
  'note.notAuthor': {
    status: 403,
    words: ({ authorName }: { authorName: string }): Text => ({
      zh: `这条备注是${authorName}写的，只有本人可以修改或删除。您可以另写一条。`,
      en: `This note is ${authorName}'s; only the author may change or remove it. Add one of your own.`,
    }),
  },
} satisfies RefusalKinds;
