import type { Lang, Text } from '#shared/messages.ts';
import type { Currency } from '#shared/money.ts';
import type { RegistrationState, Terms, TermsState } from '#partners/registrations/registration.ts';

export const registrationStateWords: { [state in RegistrationState]: Text } = {
  submitted: { zh: '待审批', en: 'Waiting' },
  accepted: { zh: '保护中', en: 'Protected' },
  refused: { zh: '已驳回', en: 'Refused' },
  expired: { zh: '已到期', en: 'Expired' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

export const registrationTones: { [state in RegistrationState]: 'calm' | 'good' | 'warn' | 'bad' } = {
  submitted: 'warn',
  accepted: 'good',
  refused: 'bad',
  expired: 'calm',
  withdrawn: 'calm',
};

export const termsStateWords: { [state in TermsState]: Text } = {
  none: { zh: '无佣金', en: 'No commission' },
  within: { zh: '上限以内', en: 'Within the limit' },
  waiting: { zh: '佣金待批', en: 'Commission waits' },
  approved: { zh: '佣金已批', en: 'Commission approved' },
  refused: { zh: '佣金未批', en: 'Commission refused' },
};

/** '5%' or '¥30,000.00'. */
export function termsWords(terms: Terms, currency: Currency, lang: Lang): string {
  if (terms.kind === 'none') return termsStateWords.none[lang];
  if (terms.kind === 'percent') return `${terms.percent / 100}%`;
  const format = new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en', { style: 'currency', currency });
  return format.format(terms.amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
