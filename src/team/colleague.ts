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
