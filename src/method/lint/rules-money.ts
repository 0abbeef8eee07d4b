import type { LintRuleText } from '#method/lint/lint-rule.ts';

/** Mistakes about the customer's money and our own effort. Source: Domain §11, §13, §16. */
export const moneyRules: readonly LintRuleText[] = [
  {
    id: 'no-budget',
    name: { zh: '预算情况一无所知', en: 'No budget fact' },
    severity: 'warning',
    aboutUnknown: true,
    when: {
      all: [
        { fact: 'stage.number', atLeast: { param: 'stage' } },
        { fact: 'budget.state', recorded: false },
      ],
    },
    says: {
      zh: '已到第 {stage.number} 阶段，钱有没有、从哪来都没有记录。',
      en: 'At stage {stage.number} nothing is recorded of the money or where it comes from.',
    },
    params: [
      {
        id: 'stage',
        name: { zh: '从第几阶段起检查', en: 'From this stage on' },
        unit: 'stage',
        value: 2,
        min: 1,
        max: 20,
      },
    ],
    cure: {
      act: {
        zh: '问{who}这笔钱列在哪个科目、批到哪一步',
        en: 'Ask {who} under which head the money stands and how far it is approved',
      },
      ask: ['decider', 'initiator', 'gatekeeper'],
      question: {
        kind: 'situation',
        text: {
          zh: '这个项目的资金是今年预算内的，还是要另外申请？',
          en: 'Is the money in this year’s budget, or does it have to be asked for?',
        },
      },
    },
  },
  {
    id: 'above-budget',
    name: { zh: '报价超出客户预算', en: 'Our cost above plan' },
    severity: 'warning',
    when: { fact: 'budget.abovePercent', atLeast: { param: 'percent' } },
    says: {
      zh: '我方金额比客户预算高 {budget.abovePercent}。',
      en: 'Our amount is {budget.abovePercent} above the customer’s budget.',
    },
    params: [
      {
        id: 'percent',
        name: { zh: '超出百分之几算', en: 'Per cent above the budget' },
        unit: 'percent',
        value: 5,
        min: 0,
        max: 500,
      },
    ],
    cure: {
      act: {
        zh: '与{who}一起看清：增加预算、分期实施，还是减少范围',
        en: 'Settle with {who}: more budget, phases, or a smaller scope',
      },
      ask: ['decider', 'user', 'evaluator'],
    },
  },
  {
    id: 'over-investment',
    name: { zh: '投入超过等级', en: 'Over-investment for its grade' },
    severity: 'hint',
    when: {
      any: [
        {
          all: [
            { fact: 'deal.grade', is: 'D' },
            { fact: 'effort.acts', atLeast: { param: 'most-d' } },
          ],
        },
        {
          all: [
            { fact: 'deal.grade', is: 'C' },
            { fact: 'effort.acts', atLeast: { param: 'most-c' } },
          ],
        },
      ],
    },
    says: {
      zh: '近 30 天已投入 {effort.acts} 个动作，和它的等级不相称。',
      en: '{effort.acts} acts in the last 30 days: more than its grade deserves.',
    },
    params: [
      {
        id: 'most-d',
        name: { zh: 'D 级：30天满几个动作算过度', en: 'D: acts in 30 days' },
        unit: 'count',
        value: 4,
        min: 1,
        max: 100,
      },
      {
        id: 'most-c',
        name: { zh: 'C 级：30天满几个动作算过度', en: 'C: acts in 30 days' },
        unit: 'count',
        value: 8,
        min: 1,
        max: 100,
      },
    ],
    cure: {
      act: {
        zh: '重新评估等级；不变的话，把时间让给 A、B 级商机',
        en: 'Grade it again; if the grade stays, give the time to A and B deals',
      },
    },
  },
  {
    id: 'no-referral',
    name: { zh: '验收后没请客户转介绍', en: 'No referral asked after acceptance' },
    severity: 'hint',
    states: ['won'],
    when: {
      all: [
        { fact: 'delivery.accepted', is: true },
        { fact: 'referral.asked', is: false },
      ],
    },
    says: {
      zh: '客户已验收，正是请他介绍同行的时候，还没开口。',
      en: 'The customer has accepted: the best moment to ask for a referral, and nobody has asked.',
    },
    cure: {
      act: { zh: '请{who}介绍一家有同样问题的单位', en: 'Ask {who} to introduce one company with the same problem' },
      ask: ['user', 'decider', 'evaluator'],
      dueInDays: 14,
    },
  },
];
