import { dayWords } from '#deals/deal-changes.ts';
import type { EventWords, ToldEvent } from '#platform/events/event-words.ts';
import type { Lang, Text } from '#shared/messages.ts';

const ruleOf = ({ data }: ToldEvent, lang: Lang) => (data['ruleName'] as Text | undefined)?.[lang] ?? '';

/** What happened to a deal's lint. */
export const lintEventWords: EventWords = {
  'deal.lintWaived': (event, lang) => {
    const until = dayWords(String(event.data['until']), lang);
    return {
      title: lang === 'zh' ? `豁免体检结果“${ruleOf(event, lang)}”` : `Waived the finding “${ruleOf(event, lang)}”`,
      detail:
        lang === 'zh'
          ? `${event.data.reason as string} · 到 ${until}`
          : `${event.data.reason as string} · until ${until}`,
    };
  },
  'deal.lintWaiverEnded': (event, lang) => ({
    title: lang === 'zh' ? `提前结束豁免“${ruleOf(event, lang)}”` : `Ended the waiver of “${ruleOf(event, lang)}”`,
  }),
};
