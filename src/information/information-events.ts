import type { EventWords, ToldEvent } from '#platform/events/event-words.ts';
import type { Lang, Text } from '#shared/messages.ts';

/** What happened to customer information. Events carry the words of the item, so that nobody needs the catalogue. */
const told =
  (title: Text): EventWords[string] =>
  ({ data }, lang) => {
    const what = (data['what'] as Text | undefined)?.[lang];
    const said = (data['said'] as Text | undefined)?.[lang];
    const colon = lang === 'zh' ? '：' : ': ';
    return { title: title[lang], detail: what && (said ? `${what}${colon}${said}` : what) };
  };

const shown = {
  'information.current': { zh: '现状', en: 'current state' },
  'information.organisation': { zh: '组织', en: 'organisation' },
  'information.people': { zh: '人员', en: 'people' },
  'information.competition': { zh: '竞争', en: 'competition' },
} as const satisfies { [fact: string]: Text };

type Side = { facts?: { values?: { [id: string]: unknown } } };
const valuesOf = (side: Side = {}) => side.facts?.values ?? {};

function derived({ data }: ToldEvent, lang: Lang): string {
  const [before, after] = [valuesOf(data.before), valuesOf(data.after)];
  return Object.entries(shown)
    .filter(([id]) => before[id] !== after[id])
    .map(
      ([id, words]) =>
        `${words[lang]} ${typeof before[id] === 'number' ? `${before[id]}% → ` : ''}${String(after[id])}%`,
    )
    .join(' · ');
}

export const informationEventWords: EventWords = {
  'account.informationRecorded': told({ zh: '记录了客户资料', en: 'Customer information recorded' }),
  'account.informationAsked': told({ zh: '问过，还不清楚', en: 'Asked, not known yet' }),
  'account.informationRemoved': told({ zh: '撤回了客户资料', en: 'Customer information taken back' }),
  'deal.informationRecorded': told({ zh: '记录了项目资料', en: 'Project information recorded' }),
  'deal.informationAsked': told({ zh: '问过，还不清楚', en: 'Asked, not known yet' }),
  'deal.informationRemoved': told({ zh: '撤回了项目资料', en: 'Project information taken back' }),
  'deal.informationDerived': (event, lang) => ({
    title: lang === 'zh' ? '客户资料完整度有变化' : 'Customer information became more or less complete',
    detail: derived(event, lang) || undefined,
  }),
};
