import type { EventWords } from '#platform/events/event-words.ts';
import { grounds, groundWords, type Ground } from '#compliance/erasure/erasure.ts';

/** What was done at a person's own request. */
export const erasureEventWords: EventWords = {
  'contact.held': ({ data }, lang) => ({
    title: lang === 'zh' ? '设置了法律保全' : 'Put under a legal hold',
    ...(typeof data.reason === 'string' && { detail: data.reason }),
  }),
  'contact.holdLifted': (_event, lang) => ({ title: lang === 'zh' ? '解除了法律保全' : 'Legal hold lifted' }),
  'contact.erased': ({ data }, lang) => ({
    title: lang === 'zh' ? '删除了个人信息' : 'Personal data erased',
    ...((grounds as readonly unknown[]).includes(data['ground']) && {
      detail: groundWords[data['ground'] as Ground][lang],
    }),
  }),
  'contact.exported': (_event, lang) => ({
    title: lang === 'zh' ? '导出了本人的全部信息' : 'Exported all that is held about the person',
  }),
};
