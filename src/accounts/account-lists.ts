import type { Lang, Text } from '#shared/messages.ts';

/** Lists an account is classified by. What is stored is the key; sheets and people may write either word. */
export type Choice = Text & { readonly key: string };

export const scales = [
  { key: 'large', zh: '大型', en: 'Large' },
  { key: 'medium', zh: '中型', en: 'Medium' },
  { key: 'small', zh: '小型', en: 'Small' },
  { key: 'micro', zh: '微型', en: 'Micro' },
] as const satisfies readonly Choice[];

export const ownerships = [
  { key: 'central', zh: '央企', en: 'Central state-owned' },
  { key: 'state', zh: '国企', en: 'State-owned' },
  { key: 'private', zh: '民营', en: 'Private' },
  { key: 'foreign', zh: '外资', en: 'Foreign' },
  { key: 'joint', zh: '合资', en: 'Joint venture' },
  { key: 'public', zh: '机关事业单位', en: 'Public body' },
  { key: 'other', zh: '其他', en: 'Other' },
] as const satisfies readonly Choice[];

/** Ways an account comes to us (Domain §2: the five methods, and what comes by itself). */
export const accountSources = [
  { key: 'industry', zh: '行业渗透', en: 'Industry penetration' },
  { key: 'region', zh: '区域参照', en: 'Region reference' },
  { key: 'referral', zh: '客户介绍', en: 'Customer referral' },
  { key: 'exchange', zh: '交换合作', en: 'Exchange and cooperation' },
  { key: 'tracking', zh: '跟踪挖掘', en: 'Tracking' },
  { key: 'inquiry', zh: '来电咨询', en: 'Web or phone inquiry' },
  { key: 'event', zh: '展会活动', en: 'Event' },
  { key: 'channel', zh: '渠道报备', en: 'Channel registration' },
  { key: 'tender', zh: '招标公告', en: 'Tender notice' },
  { key: 'import', zh: '批量导入', en: 'Import' },
  { key: 'other', zh: '其他', en: 'Other' },
] as const satisfies readonly Choice[];

/** What a team member does for the account. */
export const memberRoleWords = {
  sales: { zh: '销售', en: 'Sales' },
  presales: { zh: '售前', en: 'Presales' },
  service: { zh: '服务', en: 'Service' },
  sponsor: { zh: '高层支持', en: 'Executive sponsor' },
} as const satisfies { [role: string]: Text };

/** Industries proposed while typing; a company may use its own words. */
export const industries: readonly Text[] = [
  { zh: '装备制造', en: 'Machinery' },
  { zh: '汽车', en: 'Automotive' },
  { zh: '电子', en: 'Electronics' },
  { zh: '电力', en: 'Power' },
  { zh: '石油化工', en: 'Oil and chemicals' },
  { zh: '钢铁冶金', en: 'Steel and metals' },
  { zh: '轨道交通', en: 'Rail' },
  { zh: '交通运输', en: 'Transport' },
  { zh: '通信', en: 'Telecommunications' },
  { zh: '信息技术', en: 'Information technology' },
  { zh: '银行', en: 'Banking' },
  { zh: '证券保险', en: 'Securities and insurance' },
  { zh: '政府', en: 'Government' },
  { zh: '教育', en: 'Education' },
  { zh: '医疗', en: 'Health care' },
  { zh: '医药', en: 'Pharmaceuticals' },
  { zh: '食品饮料', en: 'Food and drink' },
  { zh: '零售', en: 'Retail' },
  { zh: '建筑地产', en: 'Construction and property' },
  { zh: '能源环保', en: 'Energy and environment' },
  { zh: '物流', en: 'Logistics' },
  { zh: '其他', en: 'Other' },
];

export const provinces =
  '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾'.split(
    ' ',
  );

export function keysOf<const L extends readonly Choice[]>(list: L): readonly [L[number]['key'], ...L[number]['key'][]] {
  return list.map((choice) => choice.key) as never;
}

/** The word of a key; a word that is no key is itself. */
export function wordOf(list: readonly Choice[], key: string | null | undefined, lang: Lang): string {
  return key ? (list.find((choice) => choice.key === key)?.[lang] ?? key) : '';
}

/** The key of a word in either language, as sheets write it; undefined when there is none. */
export function keyOfWord(list: readonly Choice[], word: string): string | undefined {
  const wanted = word.trim().toLowerCase();
  return list.find((choice) => [choice.key, choice.zh, choice.en.toLowerCase()].includes(wanted))?.key;
}
