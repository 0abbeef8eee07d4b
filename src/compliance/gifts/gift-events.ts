import type { EventWords } from '#platform/events/event-words.ts';
import type { Text } from '#shared/messages.ts';
import { giftLine } from '#compliance/gifts/gift-words.ts';

const told =
  (title: Text): EventWords[string] =>
  ({ data }, lang) => {
    const more = [giftLine(data, lang), data['purpose'], data['reason']];
    return { title: title[lang], detail: more.filter((text) => typeof text === 'string' && text).join(' · ') };
  };

/** What happened in the register, and of contacts and deals that something was given or received. */
export const giftEventWords: EventWords = {
  'gift.registered': told({ zh: '登记了礼品或招待', en: 'Gift or hospitality registered' }),
  'gift.requested': told({ zh: '申请超限的礼品或招待', en: 'Gift or hospitality above a limit requested' }),
  'gift.approved': told({ zh: '批准了礼品或招待', en: 'Gift or hospitality approved' }),
  'gift.refused': told({ zh: '驳回了礼品或招待', en: 'Gift or hospitality refused' }),
  'gift.voided': told({ zh: '作废了一条礼品与招待登记', en: 'Entry of gifts and hospitality voided' }),
  'gift.policyChanged': (_event, lang) => ({
    title: lang === 'zh' ? '修改了礼品与招待的上限' : 'Limits on gifts and hospitality changed',
  }),
  'contact.giftCounted': told({ zh: '登记了礼品或招待', en: 'Gift or hospitality registered' }),
  'contact.giftVoided': told({ zh: '作废了礼品或招待登记', en: 'Gift or hospitality voided' }),
  'deal.giftCounted': told({ zh: '登记了礼品或招待', en: 'Gift or hospitality registered' }),
  'deal.giftVoided': told({ zh: '作废了礼品或招待登记', en: 'Gift or hospitality voided' }),
  'contact.markedOfficial': (_event, lang) => ({
    title: lang === 'zh' ? '标明为国家工作人员' : 'Marked as a public official',
  }),
};
