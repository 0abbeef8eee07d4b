import type { Text } from '#shared/messages.ts';

/** A closed set of values with their words; the order of the keys is the order of the scale where it has one. */
export type Words = { readonly [id: string]: Text };

/** Buying roles 采购角色; one person may play several. Source: Domain §4. */
export const buyingRoles = {
  initiator: { zh: '发起者', en: 'initiator' },
  user: { zh: '使用者', en: 'user' },
  designer: { zh: '设计者', en: 'designer' },
  evaluator: { zh: '评估者', en: 'evaluator' },
  gatekeeper: { zh: '把关者', en: 'gatekeeper' },
  decider: { zh: '决策者', en: 'decider' },
  finalSay: { zh: '拍板者', en: 'final decider' },
} as const satisfies Words;
export type BuyingRole = keyof typeof buyingRoles;

/** Relationship 关系阶段, each closer than the one before. */
export const relationships = {
  acquainted: { zh: '认识', en: 'acquainted' },
  interacting: { zh: '互动', en: 'interacting' },
  trusted: { zh: '信赖', en: 'trusted' },
  allied: { zh: '同盟', en: 'allied' },
} as const satisfies Words;
export type Relationship = keyof typeof relationships;

/** How a person stands to us, from the one to the other end. Source: Domain §4. */
export const stances = {
  [-2]: { zh: '敌人', en: 'enemy' },
  [-1]: { zh: '不支持', en: 'not supporting' },
  0: { zh: '中立', en: 'neutral' },
  1: { zh: '支持者', en: 'supporter' },
  2: { zh: '教练', en: 'coach' },
} as const satisfies Words;

/** How much we have to do with a person. Source: Domain §4. */
export const contactDegrees = {
  0: { zh: '不接触', en: 'not met' },
  1: { zh: '一般', en: 'some contact' },
  2: { zh: '较多', en: 'frequent contact' },
  3: { zh: '深交', en: 'close' },
} as const satisfies Words;

export const communicationStyles = {
  peacock: { zh: '孔雀型', en: 'peacock' },
  koala: { zh: '考拉型', en: 'koala' },
  owl: { zh: '猫头鹰型', en: 'owl' },
  tiger: { zh: '老虎型', en: 'tiger' },
  chameleon: { zh: '变色龙型', en: 'chameleon' },
} as const satisfies Words;

/** How a person takes to change 对变革的态度, from first to last. Source: Domain §4. */
export const changeAttitudes = {
  innovator: { zh: '前卫', en: 'innovator' },
  early: { zh: '创新', en: 'early adopter' },
  pragmatist: { zh: '实用', en: 'pragmatist' },
  conservative: { zh: '保守', en: 'conservative' },
  laggard: { zh: '顽固', en: 'laggard' },
} as const satisfies Words;

export const personLevels = {
  operating: { zh: '操作层', en: 'operating level' },
  managing: { zh: '管理层', en: 'managing level' },
  deciding: { zh: '决策层', en: 'deciding level' },
} as const satisfies Words;

export const personFunctions = {
  use: { zh: '使用部门', en: 'user department' },
  technical: { zh: '技术部门', en: 'technical department' },
  finance: { zh: '财务部门', en: 'finance' },
  purchasing: { zh: '采购部门', en: 'purchasing' },
  service: { zh: '服务部门', en: 'service' },
  designInstitute: { zh: '设计院', en: 'design institute' },
  channel: { zh: '渠道伙伴', en: 'channel partner' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Words;

/** Kinds of question in the SPIN order. */
export const questionKinds = {
  situation: { zh: '背景问题', en: 'situation question' },
  problem: { zh: '难点问题', en: 'problem question' },
  implication: { zh: '暗示问题', en: 'implication question' },
  needPayoff: { zh: '需求—效益问题', en: 'need-payoff question' },
} as const satisfies Words;
export type QuestionKind = keyof typeof questionKinds;

export const periods = {
  guiding: { zh: '引导期', en: 'guiding period' },
  competing: { zh: '竞争期', en: 'competing period' },
  after: { zh: '使用期', en: 'period of use' },
} as const satisfies Words;
export type Period = keyof typeof periods;

export const grades = {
  A: { zh: 'A 级：全力以赴，介入流程', en: 'A: all-out, enter the buying process' },
  B: { zh: 'B 级：限时投入，保持维护', en: 'B: bounded time, keep it warm' },
  C: { zh: 'C 级：关注变化', en: 'C: watch for changes' },
  D: { zh: 'D 级：最后考虑', en: 'D: last in line' },
} as const satisfies Words;
export type Grade = keyof typeof grades;

/** Where a deal came from (Domain §2, Playbooks P2 1.3). */
export const origins = {
  penetration: { zh: '行业渗透', en: 'industry penetration' },
  reference: { zh: '区域参照', en: 'region reference' },
  referral: { zh: '客户介绍', en: 'customer referral' },
  exchange: { zh: '交换合作', en: 'exchange and cooperation' },
  tracking: { zh: '跟踪挖掘', en: 'tracking' },
  inquiry: { zh: '网络或电话咨询', en: 'web or phone inquiry' },
  mail: { zh: '邮件营销', en: 'e-mail campaign' },
  event: { zh: '市场活动', en: 'event' },
  companyVisit: { zh: '来司参观', en: 'visit to our company' },
  trial: { zh: '试用', en: 'trial' },
  channel: { zh: '渠道报备', en: 'channel registration' },
  tender: { zh: '招标公告', en: 'tender notice' },
  import: { zh: '数据导入', en: 'import' },
} as const satisfies Words;
export type Origin = keyof typeof origins;

/** How ripe a deal is 成熟度: lead → opportunity → project. Source: seven-step method, Playbooks P2 1.3 and 2.3. */
export const dealClasses = {
  lead: { zh: '线索', en: 'lead' },
  opportunity: { zh: '商机', en: 'opportunity' },
  project: { zh: '项目', en: 'project' },
} as const satisfies Words;
export type DealClass = keyof typeof dealClasses;

/**
 * The order of going: whoever is willing tells most at least cost; then what has a last day; then people still to be
 * won; then our own homework, which needs what the others told; those against us last.
 */
export const stepReasons = ['willing', 'dated', 'toWin', 'ourselves', 'opposed'] as const;
export type StepReason = (typeof stepReasons)[number];
