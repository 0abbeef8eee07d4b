import type { FactType } from '#method/fact-type.ts';
import type { Lang, Text } from '#shared/messages.ts';
import { shortAmount } from '#ui/amount.ts';
import type { Value } from '#information/information-value.ts';

/** A value in words; days as they are kept. */
export function valueWords(type: FactType, value: Value, lang: Lang): string {
  if (typeof value === 'object') return shortAmount(value, lang);
  if (typeof value === 'boolean') return yesNo[value ? 'yes' : 'no'][lang];
  if (type.kind === 'choice') return type.words[String(value)]?.[lang] ?? String(value);
  return typeof value === 'number' ? new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en').format(value) : value;
}

const yesNo = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } };

/** The same in both languages, for what is told of it later. */
export function saidOf(type: FactType, value: Value): Text {
  return { zh: valueWords(type, value, 'zh'), en: valueWords(type, value, 'en') };
}
