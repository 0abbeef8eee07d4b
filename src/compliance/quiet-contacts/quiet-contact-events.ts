import type { EventWords } from '#platform/events/event-words.ts';

/** What became of contacts that were looked at for having been quiet. */
export const quietContactEventWords: EventWords = {
  'contact.kept': ({ data }, lang) => ({
    title: lang === 'zh' ? '复核后保留' : 'Kept after review',
    ...(typeof data['reason'] === 'string' && { detail: data['reason'] }),
  }),
};
