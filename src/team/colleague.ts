import type { Text } from '#shared/messages.ts';
import type { RefusalKinds } from '#shared/refusal.ts';

/** A colleague who can be given something: she works here. */
export const colleagueRefusals = {
  'user.unknown': {
    status: 422,
    words: (): Text => ({
      zh: '同事不存在或已停用，请重新选择。',
      en: 'The colleague does not exist or has left; choose another.',
    }),
  },
} satisfies RefusalKinds;

/** Giving a record away, by whoever may (`mayHandOver` in permissions/actor.ts), to a colleague. */
export const handOverRefusals = {
  ...colleagueRefusals,
  'owner.other': {
    status: 403,
    words: ({ ownerName }: { ownerName: string | null }): Text => ({
      zh: `只有负责人${ownerName ? `（${ownerName}）` : ''}或其主管可以转给别人。`,
      en: `Only the owner${ownerName ? ` (${ownerName})` : ''} or a manager may hand it over.`,
    }),
  },
} satisfies RefusalKinds;
