import type { LintRuleText } from '#method/lint/lint-rule.ts';

/** Mistakes about the need and the proof. Source: Domain §5, §6, §16. */
export const proofRules: readonly LintRuleText[] = [
  {
    id: 'need-assumed',
    name: { zh: '需求是我们猜的', en: 'Need assumed, not confirmed' },
    severity: 'serious',
    when: { fact: 'need.basis', is: 'assumed' },
    says: {
      zh: '需求目前是{need.basis}，没有客户方的人或文件确认过。',
      en: 'The need rests on {need.basis}: nobody of the customer and no document has confirmed it.',
    },
    cure: {
      act: {
        zh: '请{who}亲口或书面确认要解决的问题和衡量标准',
        en: 'Have {who} confirm the problem and how success is measured, in words or in writing',
      },
      ask: ['user', 'initiator', 'evaluator'],
      question: {
        kind: 'problem',
        text: {
          zh: '现在这样做，最让您头疼的是什么？多久发生一次？',
          en: 'What troubles you most today, and how often?',
        },
      },
    },
  },
  {
    id: 'product-first',
    name: { zh: '问题没找到就推产品', en: 'Product introduced before a problem was found' },
    severity: 'warning',
    aboutUnknown: true,
    when: {
      all: [
        { fact: 'deal.productLines', atLeast: 1 },
        { fact: 'need.basis', is: 'none' },
        { fact: 'stage.number', atLeast: { param: 'stage' } },
      ],
    },
    says: {
      zh: '产品已经选定，客户的问题却没有任何依据。',
      en: 'Products are chosen, but nothing shows what problem the customer has.',
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
        zh: '放下产品，先问{who}现状和难点',
        en: 'Put the product aside and ask {who} about the present state and its trouble',
      },
      ask: ['user', 'initiator', 'evaluator'],
      question: {
        kind: 'situation',
        text: {
          zh: '目前这道工序是怎么做的？哪里最费时费钱？',
          en: 'How is this done today, and where does it cost most?',
        },
      },
    },
  },
  {
    id: 'price-early',
    name: { zh: '需求没弄清就亮价格', en: 'Price revealed before needs are understood' },
    severity: 'serious',
    aboutUnknown: true,
    when: {
      all: [
        {
          any: [
            { fact: 'artifacts.count', with: { kind: 'proposal' }, atLeast: 1 },
            { fact: 'artifacts.count', with: { kind: 'negotiationRecord' }, atLeast: 1 },
          ],
        },
        { fact: 'need.basis', atMost: 'assumed' },
      ],
    },
    says: {
      zh: '带报价的文件已经给出，需求却还是“{need.basis}”，客户只能比价格。',
      en: 'A paper with our price is out while the need rests on “{need.basis}”: price is all they can compare.',
    },
    cure: {
      act: {
        zh: '暂不再谈价，回到{who}那里把问题和损失算清楚',
        en: 'Stop talking price; go back to {who} and work out what the problem costs',
      },
      ask: ['user', 'decider', 'evaluator'],
      question: {
        kind: 'implication',
        text: {
          zh: '这个问题一年下来要多花多少钱、影响哪些部门？',
          en: 'What does this problem cost in a year, and whom does it touch?',
        },
      },
    },
  },
  {
    id: 'stage-without-evidence',
    name: { zh: '阶段走了，证据没有', en: 'Stage without evidence' },
    severity: 'serious',
    aboutUnknown: true,
    when: { fact: 'passed.unshown', atLeast: { param: 'checks' } },
    says: {
      zh: '走过的阶段里有 {passed.unshown} 个★项没有任何依据。',
      en: '{passed.unshown} ★ checks of passed stages have nothing to go by.',
    },
    params: [
      {
        id: 'checks',
        name: { zh: '几个★项没有依据算', en: 'So many ★ checks' },
        unit: 'count',
        value: 1,
        min: 1,
        max: 50,
      },
    ],
    cure: {
      act: {
        zh: '逐项补上证据；补不上的，说明阶段走快了，退回去',
        en: 'Bring the evidence; where there is none, move back',
      },
    },
  },
  {
    id: 'stage-idle',
    name: { zh: '进了阶段毫无进展', en: 'Nothing shown in the stage' },
    severity: 'warning',
    aboutUnknown: true,
    when: {
      all: [
        { fact: 'stage.days', atLeast: { param: 'days' } },
        { fact: 'stage.known', atMost: 0 },
      ],
    },
    says: {
      zh: '进入本阶段 {stage.days} 天，没有一个检查项有依据。',
      en: '{stage.days} days in the stage, and no check has anything to go by.',
    },
    params: [
      {
        id: 'days',
        name: { zh: '停留满几天后检查', en: 'Days in the stage' },
        unit: 'days',
        value: 21,
        min: 1,
        max: 365,
      },
    ],
    cure: {
      act: { zh: '从本阶段第一个★项问起，见{who}一面', en: 'See {who} and begin with the first ★ check' },
      ask: ['user', 'evaluator', 'initiator'],
    },
  },
  {
    id: 'stale-evidence',
    name: { zh: '证据都旧了', en: 'Stale evidence' },
    severity: 'warning',
    when: {
      any: [
        { fact: 'evidence.ageDays', atLeast: { param: 'days' } },
        { fact: 'stage.stale', atLeast: 1 },
      ],
    },
    says: {
      zh: '最近一条证据已是 {evidence.ageDays} 天前，本阶段有 {stage.stale} 个★项的证据过期。',
      en: 'The newest evidence is {evidence.ageDays} days old; {stage.stale} ★ checks of the stage have gone stale.',
    },
    params: [
      {
        id: 'days',
        name: { zh: '几天没有新证据算', en: 'Days without new evidence' },
        unit: 'days',
        value: 45,
        min: 7,
        max: 365,
      },
    ],
    cure: {
      act: { zh: '找{who}重新核实最关键的一条', en: 'Check the most important point again with {who}' },
      ask: ['evaluator', 'user', 'decider'],
    },
  },
];
