import type { Text } from '#shared/messages.ts';
import type { AdvisedPlaybook, EffortMatch, Purchase, ValueType, Variable, trades } from '#method/adviser-words.ts';

/** Points that one answer gives to methods, and why. */
export type AdviserRule = { readonly points: { readonly [book in AdvisedPlaybook]?: number }; readonly why: Text };

const consultative = (points: number) => ({
  'six-step': points,
  'seven-step': points,
  industrial: points,
  'buyer-cycle': points,
});
const rule = (points: AdviserRule['points'], zh: string, en: string): AdviserRule => ({ points, why: { zh, en } });

/**
 * The value type names the mode; it weighs as much as both matrices together, so that it stands unless both speak
 * against it. Source: Playbooks, Choosing a playbook.
 */
export const byValueType: { readonly [type in ValueType]: AdviserRule } = {
  intrinsic: rule(
    { visit: 40 },
    '客户只要省钱省事，用顾问的力气卖是浪费',
    'the customer wants it cheap and easy; consulting would be wasted',
  ),
  extrinsic: rule(
    consultative(40),
    '客户要建议和方案，得靠顾问式把问题讲透',
    'the customer wants advice and a solution: consult',
  ),
  strategic: rule(
    { 'key-account': 40 },
    '客户要的是长期共事，得有客户计划和双方高层',
    'the customer wants a lasting alliance: an account plan, executives on both sides',
  ),
};

export const byPurchase: { readonly [position in Purchase]: AdviserRule } = {
  shop: rule(
    { visit: 20 },
    '对客户不重要又好替换，他在“选购”：比价格和方便',
    'not important and easily replaced: they shop for price and ease',
  ),
  leverage: rule(
    { visit: 10, ...consultative(10), 'key-account': 5 },
    '重要但好替换，客户会拿量压价，要么差异化要么低成本',
    'important but replaceable: they use their volume; differ, or be cheap',
  ),
  manageRisk: rule(
    { ...consultative(20), 'key-account': 5 },
    '不算重要但难替换，客户在“经营风险”：卖可靠和预案',
    'not important but hard to replace: they manage risk; sell reliability',
  ),
  partner: rule(
    { ...consultative(10), 'key-account': 20 },
    '既重要又难替换，客户愿意“合作”：值得一起做计划',
    'important and hard to replace: a partner with whom to plan',
  ),
};

export const byEffort: { readonly [match in EffortMatch]: AdviserRule } = {
  transactional: rule(
    { visit: 20 },
    '双方都不愿多投入，简单交易就好',
    'neither side wants to invest much: keep it simple',
  ),
  overInvestment: rule(
    { visit: 10 },
    '我方投入多、客户投入少：先把投入降下来',
    'we invest much and they little: bring our effort down',
  ),
  exposed: rule(
    { ...consultative(15), 'key-account': 10 },
    '客户投入多、我方投入少：不跟上就给对手让位',
    'they invest much and we little: keep up, or a rival will',
  ),
  enterprise: rule(
    { ...consultative(10), 'key-account': 20 },
    '双方都愿意投入，撑得起企业型合作',
    'both sides invest: it carries an enterprise relation',
  ),
};

export const byTrade: { readonly [trade in keyof typeof trades]: AdviserRule } = {
  general: rule(
    { 'six-step': 12, 'buyer-cycle': 10 },
    '直接面对复杂决策链，从客户分析一路走到回款',
    'a direct sale through a complex decision, from analysis to cash',
  ),
  channel: rule(
    { 'seven-step': 14 },
    'IT 或经渠道销售，技术认可和渠道关系是关键',
    'IT or channels: technical recognition and channel ties decide',
  ),
  project: rule(
    { industrial: 14 },
    '工程项目按客户立项、初查、定标准、招标的步子走',
    'a project moves as the buyer approves, screens, sets criteria and tenders',
  ),
};

export const byVariable: { readonly [variable in Variable]: { readonly [value: string]: AdviserRule } } = {
  size: {
    small: rule({ visit: 6 }, '金额小，流程要短', 'a small amount wants a short way'),
    medium: rule({ 'six-step': 3, 'buyer-cycle': 3 }, '金额中等，值得做透需求', 'worth uncovering needs'),
    large: rule(
      { industrial: 4, 'key-account': 4, 'seven-step': 3, 'six-step': 3 },
      '金额大，经得起分阶段把关',
      'a large amount bears gates stage by stage',
    ),
  },
  time: {
    tight: rule({ visit: 4 }, '时间紧，来不及长期引导', 'too little time to guide'),
    normal: rule({}, '时间正常', 'normal time'),
    ample: rule(
      { 'buyer-cycle': 4, 'key-account': 3, 'six-step': 2 },
      '时间充裕，可以从引导期做起',
      'time enough to begin in the guiding period',
    ),
  },
  influence: {
    none: rule({ visit: 2, industrial: 2 }, '还说不上话，先跟着客户的步子', "no say yet: keep the buyer's pace"),
    some: rule({ 'six-step': 2 }, '能说上一些话，可以逐级发展', 'some say: develop it level by level'),
    strong: rule(
      { 'six-step': 3, 'key-account': 3 },
      '能影响指标，把独特优势写进去',
      'we shape criteria: bring our strengths in',
    ),
  },
  decision: {
    one: rule({ visit: 4, 'buyer-cycle': 3 }, '一个人定，谈透他的决策过程', 'one person decides: follow his decision'),
    committee: rule(
      { 'six-step': 5, 'seven-step': 4, 'key-account': 2 },
      '多部门会商，要画清决策链、逐个争取',
      'several departments: draw the chain, win each',
    ),
    tender: rule(
      { industrial: 6, 'seven-step': 5 },
      '招标定输赢，标准和投标要按步骤来',
      'a tender decides: criteria and bid step by step',
    ),
  },
  relations: {
    new: rule({ visit: 2, industrial: 2 }, '刚接触，先核实再投入', 'new: verify before investing'),
    known: rule({ 'six-step': 2, 'buyer-cycle': 2 }, '有往来，可以往信赖推进', 'known: move on to trust'),
    trusted: rule({ 'key-account': 5 }, '互相信赖，够得上做客户计划', 'trusted: an account plan is within reach'),
  },
  competition: {
    none: rule({ 'buyer-cycle': 4 }, '暂无对手，帮客户把问题和标准想清楚', 'no rival yet: help them think it through'),
    few: rule({ 'six-step': 2 }, '一两家对手，逐项比出差异', 'one or two rivals: show the difference'),
    many: rule(
      { 'seven-step': 2, industrial: 2, visit: 2 },
      '对手多，要看清各家位置再投入',
      'many rivals: know each position before investing',
    ),
  },
};
