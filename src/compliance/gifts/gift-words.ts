import type { Lang, Text } from '#shared/messages.ts';
import type { Direction, GiftKind, GiftState } from '#compliance/gifts/gift.ts';

export const kindWords: { [kind in GiftKind]: Text } = {
  gift: { zh: '礼品', en: 'Gift' },
  meal: { zh: '餐饮', en: 'Meal' },
  travel: { zh: '差旅', en: 'Travel' },
  ticket: { zh: '活动门票', en: 'Event ticket' },
  other: { zh: '其他', en: 'Other' },
};

export const directionWords: { [direction in Direction]: Text } = {
  given: { zh: '我方给出', en: 'Given' },
  received: { zh: '我方收受', en: 'Received' },
};

/** '给出 餐饮 ¥120.00': an event's amount is exact, in the currency's minor units. */
export function giftLine(data: { readonly [key: string]: unknown }, lang: Lang): string {
  const { direction, kind, amount, currency } = data as {
    direction?: Direction;
    kind?: GiftKind;
    amount?: number;
    currency?: string;
  };
  const words = [direction && directionWords[direction]?.[lang], kind && kindWords[kind]?.[lang]];
  const money = typeof amount === 'number' && currency ? moneyWords(amount, currency, lang) : '';
  return [...words, money].filter(Boolean).join(' · ');
}

function moneyWords(amount: number, currency: string, lang: Lang): string {
  const format = new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en', { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

export const stateWords: { [state in GiftState]: Text } = {
  registered: { zh: '已登记', en: 'Registered' },
  requested: { zh: '待审批', en: 'Waiting' },
  approved: { zh: '已批准', en: 'Approved' },
  refused: { zh: '已驳回', en: 'Refused' },
  voided: { zh: '已作废', en: 'Voided' },
};
