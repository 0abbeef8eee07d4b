import type { Text } from '#shared/messages.ts';
import { type FactType, boolean, choice, choices, day, number, scale, steps, text } from '#method/fact-type.ts';
import { scorecardItems } from '#method/scorecard.ts';
import {
  buyingRoles,
  changeAttitudes,
  communicationStyles,
  contactDegrees,
  personFunctions,
  personLevels,
  relationships,
  stances,
} from '#method/scales.ts';

export type ListDefinition = {
  readonly name: Text;
  readonly area: string;
  readonly fields: { readonly [field: string]: FactType };
};

/** The lists of records that counted facts are taken from. Every field except `name` may be absent = not known. */
export const lists = {
  stakeholders: {
    name: { zh: '关键人', en: 'people' },
    area: 'people',
    fields: {
      id: text,
      name: text,
      title: text,
      roles: choices(buyingRoles),
      function: choice(personFunctions),
      level: scale(personLevels),
      /** counts for the decision: the team marked the person as one to win */
      key: boolean,
      relationship: scale(relationships),
      style: choice(communicationStyles),
      attitude: choice(changeAttitudes),
      /** the group inside that the person stands with, or that there is none */
      faction: text,
      /** −2 enemy … +2 supporter and guide */
      stance: steps(stances),
      /** 0 not met, 1 a little, 2 often, 3 deep */
      contactDegree: steps(contactDegrees),
      /** guide 引路人/coach, shown by the coach score, not merely claimed */
      coach: boolean,
      /** the team calls the person one, shown or not */
      coachClaimed: boolean,
      /** signs of a coach that were seen, 0–8, and on how many occasions. Source: Domain §4 */
      coachScore: number,
      coachOccasions: number,
      influence: number,
      /** the newest day on which the map, a tick on it or a sign of a coach confirmed what is believed of the person */
      confirmedOn: day,
    },
  },
  rivals: {
    name: { zh: '竞争对手', en: 'rivals' },
    area: 'competitors',
    fields: { name: text, matrixFilled: boolean, answered: boolean },
  },
  proposals: {
    name: { zh: '建议书', en: 'proposals' },
    area: 'proposals',
    fields: {
      name: text,
      state: scale({
        draft: { zh: '起草', en: 'draft' },
        approved: { zh: '已审批', en: 'approved' },
        issued: { zh: '已提交客户', en: 'issued' },
      }),
    },
  },
  activities: {
    name: { zh: '活动', en: 'activities' },
    area: 'activities',
    fields: {
      name: text,
      kind: choice({
        visit: { zh: '拜访', en: 'visit' },
        call: { zh: '电话', en: 'call' },
        demo: { zh: '演示', en: 'demo' },
        trial: { zh: '试用', en: 'trial' },
        presentation: { zh: '方案呈现', en: 'presentation' },
        seminar: { zh: '技术交流会', en: 'seminar' },
        siteVisit: { zh: '现场勘察', en: 'site visit' },
        referenceVisit: { zh: '样板考察', en: 'reference visit' },
        headquartersVisit: { zh: '客户来总部考察', en: 'visit to our headquarters' },
        executiveVisit: { zh: '高层互访', en: 'executive visit' },
        negotiation: { zh: '谈判', en: 'negotiation' },
        closing: { zh: '促成', en: 'closing attempt' },
        handOver: { zh: '内部交接', en: 'hand-over inside' },
        satisfaction: { zh: '满意度回访', en: 'satisfaction call' },
        care: { zh: '客户关怀', en: 'care' },
        planReview: { zh: '客户规划回顾', en: 'account plan review' },
        referral: { zh: '请求转介绍', en: 'request for referral' },
      }),
      done: boolean,
      /** what was said, wanted and answered is written down */
      recorded: boolean,
      on: day,
    },
  },
  milestones: {
    name: { zh: '交付节点', en: 'delivery milestones' },
    area: 'deliveries',
    fields: {
      name: text,
      kind: choice({
        production: { zh: '生产', en: 'production' },
        shipment: { zh: '发货', en: 'shipment' },
        arrival: { zh: '到货', en: 'arrival' },
        installation: { zh: '安装调试', en: 'installation' },
        acceptance: { zh: '验收', en: 'acceptance' },
        warranty: { zh: '质保', en: 'warranty' },
      }),
      done: boolean,
    },
  },
  instalments: {
    name: { zh: '应收款项', en: 'instalments' },
    area: 'receivables',
    fields: {
      name: text,
      kind: choice({
        deposit: { zh: '定金', en: 'deposit' },
        delivery: { zh: '到货款', en: 'on delivery' },
        acceptance: { zh: '验收款', en: 'on acceptance' },
        retention: { zh: '质保金', en: 'retention' },
      }),
      paid: boolean,
      overdue: boolean,
    },
  },
  artifacts: {
    name: { zh: '工件', en: 'artifacts' },
    area: 'deals',
    fields: {
      name: text,
      kind: choice({
        organisationMap: { zh: '组织与决策链图', en: 'organisation and decision map' },
        needsTree: { zh: '需求树', en: 'needs tree' },
        competitionMatrix: { zh: '竞争矩阵', en: 'competition matrix' },
        requirementDocument: { zh: '书面需求或招标文件', en: 'written requirement or tender document' },
        scorecard: { zh: '项目评估表', en: 'evaluation sheet' },
        proposal: { zh: '建议书', en: 'proposal' },
        bidDocument: { zh: '投标文件', en: 'bid document' },
        negotiationRecord: { zh: '谈判记录', en: 'negotiation record' },
        contract: { zh: '合同', en: 'contract' },
        acceptanceReport: { zh: '验收报告', en: 'acceptance report' },
        worryList: { zh: '技术疑虑清单', en: 'list of technical worries' },
        accountPlan: { zh: '客户规划', en: 'account plan' },
      }),
    },
  },
  /** marks of the evaluation; an item without one is unknown. `name` says what the mark rests on. */
  ratings: {
    name: { zh: '评估打分', en: 'ratings' },
    area: 'deals',
    fields: { name: text, item: choice(scorecardItems), rating: number },
  },
  /** marks of named rivals on the items that can be compared; a row without an item only names the rival. */
  rivalRatings: {
    name: { zh: '对手打分', en: 'ratings of rivals' },
    area: 'deals',
    fields: { name: text, item: choice(scorecardItems), rating: number },
  },
  /** the weights that the ratings were made under; without them the default model's. */
  weights: {
    name: { zh: '评估权重', en: 'weights of the evaluation' },
    area: 'evaluation',
    fields: { name: text, item: choice(scorecardItems), weight: number },
  },
} as const satisfies { readonly [id: string]: ListDefinition };

export type ListId = keyof typeof lists;
export type ArtifactKind = keyof (typeof lists)['artifacts']['fields']['kind']['words'];

/** How a parameter of a counted fact picks rows: `known` asks only whether the field was recorded. */
export type ParamMatch = 'has' | 'is' | 'atLeast' | 'atMost' | 'known';
export type CountParam = { readonly field: string; readonly match: ParamMatch; readonly name: Text };
export type CountDefinition = {
  readonly list: ListId;
  readonly name: Text;
  readonly params: { readonly [param: string]: CountParam };
};

/** Counted facts: `{fact: 'stakeholders.count', with: {role: 'decider'}, atLeast: 1}`. */
export const counts = {
  'stakeholders.count': {
    list: 'stakeholders',
    name: { zh: '关键人数', en: 'number of people' },
    params: {
      role: { field: 'roles', match: 'has', name: { zh: '角色', en: 'role' } },
      function: { field: 'function', match: 'is', name: { zh: '部门', en: 'function' } },
      levelAtLeast: { field: 'level', match: 'atLeast', name: { zh: '层级不低于', en: 'level at least' } },
      key: { field: 'key', match: 'is', name: { zh: '核心人物', en: 'key person' } },
      relationshipAtLeast: {
        field: 'relationship',
        match: 'atLeast',
        name: { zh: '关系不低于', en: 'relationship at least' },
      },
      stanceAtLeast: { field: 'stance', match: 'atLeast', name: { zh: '立场不低于', en: 'stance at least' } },
      stanceAtMost: { field: 'stance', match: 'atMost', name: { zh: '立场不高于', en: 'stance at most' } },
      contactAtLeast: {
        field: 'contactDegree',
        match: 'atLeast',
        name: { zh: '接触程度不低于', en: 'contact at least' },
      },
      coach: { field: 'coach', match: 'is', name: { zh: '有表现证明的教练、引路人', en: 'coach shown by deeds' } },
      coachScoreAtLeast: {
        field: 'coachScore',
        match: 'atLeast',
        name: { zh: '教练表现不少于', en: 'signs of a coach at least' },
      },
      coachOccasionsAtLeast: {
        field: 'coachOccasions',
        match: 'atLeast',
        name: { zh: '场合不少于', en: 'occasions at least' },
      },
      rolesKnown: { field: 'roles', match: 'known', name: { zh: '角色已判明', en: 'roles known' } },
      styleKnown: { field: 'style', match: 'known', name: { zh: '沟通风格已判明', en: 'style known' } },
      attitudeKnown: {
        field: 'attitude',
        match: 'known',
        name: { zh: '变革态度已判明', en: 'attitude to change known' },
      },
      contactKnown: { field: 'contactDegree', match: 'known', name: { zh: '接触程度已判明', en: 'contact known' } },
      stanceKnown: { field: 'stance', match: 'known', name: { zh: '立场已判明', en: 'stance known' } },
      factionKnown: { field: 'faction', match: 'known', name: { zh: '派系已注明', en: 'faction noted' } },
    },
  },
  'rivals.count': {
    list: 'rivals',
    name: { zh: '竞争对手数', en: 'number of rivals' },
    params: {
      matrixFilled: { field: 'matrixFilled', match: 'is', name: { zh: '竞争矩阵已填', en: 'matrix filled' } },
      answered: { field: 'answered', match: 'is', name: { zh: '威胁已有对策', en: 'threats answered' } },
    },
  },
  'proposals.count': {
    list: 'proposals',
    name: { zh: '建议书数', en: 'number of proposals' },
    params: { stateAtLeast: { field: 'state', match: 'atLeast', name: { zh: '状态不低于', en: 'state at least' } } },
  },
  'activities.count': {
    list: 'activities',
    name: { zh: '活动次数', en: 'number of activities' },
    params: {
      kind: { field: 'kind', match: 'is', name: { zh: '类型', en: 'kind' } },
      done: { field: 'done', match: 'is', name: { zh: '已完成', en: 'done' } },
      recorded: { field: 'recorded', match: 'is', name: { zh: '已有记录', en: 'written up' } },
    },
  },
  'milestones.count': {
    list: 'milestones',
    name: { zh: '交付节点数', en: 'number of delivery milestones' },
    params: {
      kind: { field: 'kind', match: 'is', name: { zh: '节点', en: 'milestone' } },
      done: { field: 'done', match: 'is', name: { zh: '已完成', en: 'done' } },
    },
  },
  'instalments.count': {
    list: 'instalments',
    name: { zh: '款项笔数', en: 'number of instalments' },
    params: {
      kind: { field: 'kind', match: 'is', name: { zh: '款项', en: 'instalment' } },
      paid: { field: 'paid', match: 'is', name: { zh: '已收讫', en: 'paid' } },
      overdue: { field: 'overdue', match: 'is', name: { zh: '已逾期', en: 'overdue' } },
    },
  },
  'artifacts.count': {
    list: 'artifacts',
    name: { zh: '工件数', en: 'number of artifacts' },
    params: { kind: { field: 'kind', match: 'is', name: { zh: '种类', en: 'kind' } } },
  },
} as const satisfies { readonly [id: string]: CountDefinition };

export type CountId = keyof typeof counts;
