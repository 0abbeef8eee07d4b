import { dayWords } from '#deals/deal-changes.ts';
import type { EventWords, ToldEvent } from '#platform/events/event-words.ts';
import type { Lang, Text } from '#shared/messages.ts';
import { partnerStateWords } from '#partners/partner-words.ts';
import type { PartnerState } from '#partners/partner.ts';

const told =
  (title: Text): EventWords[string] =>
  (event, lang) => ({ title: title[lang], detail: detailOf(event, lang) });

/** Its `reason` is a word of the house, not of a person. */
const handed =
  (title: Text): EventWords[string] =>
  ({ data }, lang) => ({ title: title[lang], detail: between(data) });

/** What happened to partners and to the projects that they registered; and of a deal, that it is a partner's. */
export const partnerEventWords: EventWords = {
  'partner.created': told({ zh: '新建了渠道伙伴', en: 'Partner created' }),
  'partner.changed': told({ zh: '修改了渠道伙伴', en: 'Partner changed' }),
  'partner.stateChanged': ({ data }, lang) => {
    const state = data.after?.['state'] as PartnerState | undefined;
    const word = state ? partnerStateWords[state][lang] : '';
    return { title: lang === 'zh' ? `渠道伙伴转为“${word}”` : `Partner is now: ${word}`, detail: text(data['reason']) };
  },
  'partner.ownerChanged': handed({ zh: '变更了渠道伙伴的负责人', en: 'Partner handed over' }),
  'partner.tied': told({ zh: '登记了渠道伙伴的关系', en: 'Tie of a partner recorded' }),
  'partner.untied': told({ zh: '删除了渠道伙伴的关系', en: 'Tie of a partner removed' }),
  'partner.personAdded': told({ zh: '添加了渠道伙伴的联系人', en: 'Person of a partner added' }),
  'partner.personRemoved': told({ zh: '删除了渠道伙伴的联系人', en: 'Person of a partner removed' }),
  'registration.submitted': told({ zh: '登记了报备', en: 'Project registered by a partner' }),
  'registration.accepted': told({ zh: '接受了报备', en: 'Registration accepted' }),
  'registration.refused': told({ zh: '驳回了报备', en: 'Registration refused' }),
  'registration.withdrawn': told({ zh: '撤回了报备', en: 'Registration withdrawn' }),
  'registration.extended': told({ zh: '延长了报备的保护期', en: 'Protection extended' }),
  'registration.expiring': told({ zh: '报备的保护期快到了', en: 'Protection ends soon' }),
  'registration.expired': told({ zh: '报备的保护期已结束', en: 'Protection ended' }),
  'registration.termsSet': told({ zh: '修改了报备的佣金', en: 'Commission changed' }),
  'registration.termsApproved': told({ zh: '批准了报备的佣金', en: 'Commission approved' }),
  'registration.termsRefused': told({ zh: '没有批准报备的佣金', en: 'Commission refused' }),
  'registration.ownerChanged': handed({ zh: '变更了报备的负责人', en: 'Registration handed over' }),
  'registration.policyChanged': (_event, lang) => ({
    title: lang === 'zh' ? '修改了报备规则' : 'Rules on registrations changed',
  }),
  'deal.partnerRegistered': told({ zh: '关联了渠道伙伴的报备', en: 'Registered by a partner' }),
};

function detailOf({ data }: ToldEvent, lang: Lang): string | undefined {
  const day = text(data['until']);
  const until = day && dayWords(day, lang);
  const parts = [
    text(data['partnerName']),
    text(data['what']),
    between(data),
    until && (lang === 'zh' ? `保护到 ${until}` : `protected until ${until}`),
    text(data['reason']),
  ];
  return parts.filter(Boolean).join(' · ') || undefined;
}

function between(data: ToldEvent['data']): string | undefined {
  const [from, to] = [text(data['from']), text(data['to'])];
  return from && to && `${from} → ${to}`;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
