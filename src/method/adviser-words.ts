import type { Text } from '#shared/messages.ts';
import type { Words } from '#method/scales.ts';

/** Value types of customers (Playbooks, Choosing a playbook; Domain §1). */
export const valueTypes = {
  intrinsic: { zh: '内在价值型：懂产品，只要省钱省事', en: 'intrinsic: knows the product, wants it cheap and easy' },
  extrinsic: { zh: '外在价值型：要建议、要方案、要降风险', en: 'extrinsic: wants advice, a solution, less risk' },
  strategic: { zh: '战略价值型：要双方整个组织长期共事', en: 'strategic: wants both organisations to work as one' },
} as const satisfies Words;
export type ValueType = keyof typeof valueTypes;

export const trades = {
  general: { zh: '直接销售，决策链复杂', en: 'direct sale, complex decision' },
  channel: { zh: 'IT 或经渠道销售', en: 'IT, or through channels' },
  project: { zh: '工业品工程项目', en: 'industrial project' },
} as const satisfies Words;

/** The decision variables of a project 项目决策变量. */
export const variables = {
  size: {
    small: { zh: '小额', en: 'small' },
    medium: { zh: '中等', en: 'medium' },
    large: { zh: '大额', en: 'large' },
  },
  time: {
    tight: { zh: '很紧', en: 'tight' },
    normal: { zh: '正常', en: 'normal' },
    ample: { zh: '充裕', en: 'ample' },
  },
  influence: {
    none: { zh: '说不上话', en: 'none' },
    some: { zh: '能说上一些', en: 'some' },
    strong: { zh: '能影响指标', en: 'shapes the criteria' },
  },
  decision: {
    one: { zh: '一个人定', en: 'one person' },
    committee: { zh: '多部门会商', en: 'several departments' },
    tender: { zh: '招标评标', en: 'tender' },
  },
  relations: {
    new: { zh: '刚接触', en: 'new' },
    known: { zh: '有往来', en: 'known' },
    trusted: { zh: '互相信赖', en: 'trusted' },
  },
  competition: {
    none: { zh: '暂无对手', en: 'none yet' },
    few: { zh: '一两家', en: 'one or two' },
    many: { zh: '三家以上', en: 'three or more' },
  },
} as const satisfies { readonly [variable: string]: Words };
export type Variable = keyof typeof variables;

/** Supplier importance × difficulty of substitution: how the customer buys from us. */
export const purchases = {
  shop: { zh: '选购', en: 'shop' },
  leverage: { zh: '利用', en: 'leverage' },
  manageRisk: { zh: '经营风险', en: 'manage risk' },
  partner: { zh: '合作', en: 'partner' },
} as const satisfies Words;
export type Purchase = keyof typeof purchases;

/** The customer's effort × ours. */
export const efforts = {
  transactional: { zh: '交易型', en: 'transactional' },
  exposed: { zh: '易被对手切入', en: 'exposed to rivals' },
  overInvestment: { zh: '过度投入', en: 'over-investment' },
  enterprise: { zh: '企业型', en: 'enterprise' },
} as const satisfies Words;
export type EffortMatch = keyof typeof efforts;

/** Modes of selling, each deeper than the one before. */
export const modes = {
  transactional: { zh: '交易型', en: 'transactional' },
  consultative: { zh: '顾问型', en: 'consultative' },
  enterprise: { zh: '企业型', en: 'enterprise' },
} as const satisfies Words;
export type Mode = keyof typeof modes;

/** What each mode can add. */
export const modeAdds: { readonly [mode in Mode]: Text } = {
  transactional: {
    zh: '价值在于让客户买得更省钱、更省力：比价快、下单快、交货准。',
    en: 'It adds by making the purchase cheaper and easier: quick prices, quick orders, delivery on the day.',
  },
  consultative: {
    zh: '价值在于帮客户看清问题、量身出方案、降低用错的风险。',
    en: 'It adds insight into problems, an individual solution, and less risk of a wrong purchase.',
  },
  enterprise: {
    zh: '价值在于动用双方乃至伙伴的整个组织：共同计划、共享资源、一起投入。',
    en: 'It adds the means of the whole firm and of partners: joint plans, shared resources, investment on both sides.',
  },
};

/** The six methods that the adviser knows, in the order in which equals are named. */
export const advisedPlaybooks = {
  'six-step': { zh: '营销六步', en: 'Six steps' },
  'seven-step': { zh: '七步法', en: 'Seven steps' },
  industrial: { zh: '工业品六阶段', en: 'Six industrial stages' },
  'buyer-cycle': { zh: '顾问式·客户决策循环', en: "Consultative: the buyer's cycle" },
  'key-account': { zh: '大客户业务流程', en: 'Key-account process' },
  visit: { zh: '拜访式销售', en: 'Selling by visits' },
} as const satisfies Words;
export type AdvisedPlaybook = keyof typeof advisedPlaybooks;
