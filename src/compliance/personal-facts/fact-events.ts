import type { EventWords } from '#platform/events/event-words.ts';
import type { Text } from '#shared/messages.ts';
import { factKinds, kindWords, type FactKind } from '#compliance/personal-facts/fact-kind.ts';
import { blankings, type Blanking } from '#compliance/personal-facts/personal-fact.ts';

export const blankingWords: { readonly [why in Blanking]: Text } = {
  withdrawn: { zh: '本人撤回同意', en: 'consent withdrawn' },
  expired: { zh: '保存期满', en: 'kept long enough' },
  removed: { zh: '不再需要', en: 'no longer needed' },
  erased: { zh: '按要求删除', en: 'erased on request' },
};

const kindOf = (data: { [more: string]: unknown }, lang: keyof Text) =>
  (factKinds as readonly unknown[]).includes(data['kind']) ? kindWords(data['kind'] as FactKind)[lang] : '';
const whyOf = (data: { [more: string]: unknown }, lang: keyof Text) =>
  (blankings as readonly unknown[]).includes(data['why']) ? blankingWords[data['why'] as Blanking][lang] : undefined;

/** What happened to what is known of a person; never what it says. */
export const personalFactEventWords: EventWords = {
  'contact.factRecorded': ({ data }, lang) => ({
    title: lang === 'zh' ? '记录了个人信息' : 'Personal fact recorded',
    detail: kindOf(data, lang),
  }),
  'contact.factBlanked': ({ data }, lang) => ({
    title: lang === 'zh' ? '清除了个人信息' : 'Personal fact blanked',
    detail: [kindOf(data, lang), whyOf(data, lang)].filter(Boolean).join(' · '),
  }),
};
