import type { Text } from '#shared/messages.ts';

type Words = { readonly [code: string]: Text };

/** Why a deal was won. */
export const winReasons = {
  'won.solution': { zh: '方案更贴合需求', en: 'our solution fitted the need better' },
  'won.relationship': { zh: '关键人信任与支持', en: 'trust and support of the key people' },
  'won.price': { zh: '价格有优势', en: 'price' },
  'won.brand': { zh: '品牌与案例', en: 'brand and references' },
  'won.service': { zh: '服务与交付能力', en: 'service and delivery' },
  'won.incumbent': { zh: '老客户延续采购', en: 'existing customer bought again' },
  'won.other': { zh: '其他原因', en: 'another reason' },
} as const satisfies Words;

/** Why a deal was lost. */
export const lossReasons = {
  'lost.price': { zh: '价格偏高', en: 'our price was too high' },
  'lost.solution': { zh: '方案或功能不满足', en: 'our solution did not fit' },
  'lost.relationship': { zh: '关系不到位', en: 'we lacked the relationships' },
  'lost.late': { zh: '介入太晚', en: 'we came in too late' },
  'lost.incumbent': { zh: '对手已锁定', en: 'a rival was already set' },
  'lost.cancelled': { zh: '项目取消', en: 'the project was cancelled' },
  'lost.noBudget': { zh: '预算落空', en: 'the money did not come' },
  'lost.terms': { zh: '商务条款谈不拢', en: 'no agreement on terms' },
  'lost.abandoned': { zh: '我方主动放弃', en: 'we withdrew' },
  'lost.other': { zh: '其他原因', en: 'another reason' },
} as const satisfies Words;

/** Why a deal rests: contact is kept, nothing is lost (维持联系). */
export const parkReasons = {
  'parked.notReady': { zh: '客户尚未立项', en: 'the customer has not approved a project' },
  'parked.budget': { zh: '等待预算', en: 'waiting for the budget' },
  'parked.postponed': { zh: '客户推迟采购', en: 'the customer postponed' },
  'parked.fit': { zh: '五项标准未全部满足', en: 'the five criteria are not all met' },
  'parked.resources': { zh: '我方资源暂不足', en: 'we lack the means for now' },
  'parked.other': { zh: '其他原因', en: 'another reason' },
} as const satisfies Words;

export const closeReasons = { ...winReasons, ...lossReasons, ...parkReasons };
export type CloseReason = keyof typeof closeReasons;
