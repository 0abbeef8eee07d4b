import type { LintRuleText } from '#method/lint/lint-rule.ts';

/** Mistakes in the course of a deal: no next step, the wrong pace, days that slip. Source: Domain §16. */
export const courseRules: readonly LintRuleText[] = [
  {
    id: 'no-dated-next-step',
    name: { zh: '没有定下日期的下一步', en: 'No dated next step' },
    severity: 'serious',
    when: {
      all: [
        { fact: 'deal.ageDays', atLeast: { param: 'grace' } },
        {
          any: [
            { fact: 'steps.dated', atMost: 0 },
            { fact: 'steps.overdueDays', atLeast: { param: 'overdue' } },
          ],
        },
      ],
    },
    says: {
      zh: '没有一项待办的日期还在前面，商机停在原地等客户。',
      en: 'No task lies ahead with a day: the deal waits for the customer.',
    },
    params: [
      {
        id: 'grace',
        name: { zh: '商机满几天后检查', en: 'From this age of the deal' },
        unit: 'days',
        value: 2,
        min: 0,
        max: 60,
      },
      {
        id: 'overdue',
        name: { zh: '全部待办过期满几天算没有下一步', en: 'Days after which an overdue step is none' },
        unit: 'days',
        value: 3,
        min: 1,
        max: 60,
      },
    ],
    cure: {
      act: {
        zh: '和{who}约定下一步：做什么、谁参加、哪一天',
        en: 'Agree the next step with {who}: what, who, which day',
      },
      ask: ['evaluator', 'user', 'decider'],
      dueInDays: 2,
    },
  },
  {
    id: 'entered-late',
    name: { zh: '竞争期才介入', en: 'Entered in the competing period' },
    severity: 'warning',
    when: { fact: 'entry.period', oneOf: ['competing', 'after'] },
    says: {
      zh: '我方在{entry.period}才介入，采购指标多半已按别家写好。',
      en: 'We came in during the {entry.period}: the criteria are probably written for somebody else.',
    },
    cure: {
      act: {
        zh: '问{who}指标还有没有修改余地；没有就重新评估值不值得投入',
        en: 'Ask {who} whether the criteria can still change; if not, judge again whether to go on',
      },
      ask: ['evaluator', 'designer', 'decider'],
      question: {
        kind: 'implication',
        text: {
          zh: '如果按现在的指标选，投用后哪些问题可能解决不了？',
          en: 'If you choose by the present criteria, which problems may remain once it runs?',
        },
      },
    },
  },
  {
    id: 'ran-ahead',
    name: { zh: '跑到客户前面', en: 'Ran ahead of the buyer' },
    severity: 'serious',
    when: { fact: 'pace.position', is: 'ahead' },
    says: {
      zh: '我方阶段已超过客户走到的采购步骤：客户没走完的一步，我们替他走不了。',
      en: "Our stage is past the buyer's step: nobody can take the buyer's step for him.",
    },
    cure: {
      act: {
        zh: '退回去陪{who}走完当前一步，问清由谁推动',
        en: 'Go back and walk the present step with {who}; ask who drives it',
      },
      ask: ['initiator', 'user', 'decider'],
      dueInDays: 5,
    },
  },
  {
    id: 'slipped',
    name: { zh: '签约日一推再推', en: 'Slipped twice' },
    severity: 'serious',
    when: { fact: 'deal.closeSlips', atLeast: { param: 'times' } },
    says: {
      zh: '预计签约日已推后 {deal.closeSlips} 次，日期是我们的愿望，不是客户的承诺。',
      en: 'The close day slipped {deal.closeSlips} times: it is our wish, not the customer’s promise.',
    },
    params: [{ id: 'times', name: { zh: '推后几次算', en: 'Slips' }, unit: 'count', value: 2, min: 1, max: 10 }],
    cure: {
      act: {
        zh: '向{who}问清签约前还要走哪几步、每步哪天，据此重定日期',
        en: 'Ask {who} which steps remain before signing and their days, then set the day by them',
      },
      ask: ['decider', 'gatekeeper', 'evaluator'],
      question: {
        kind: 'situation',
        text: {
          zh: '从今天到签合同，贵司内部还要经过哪几步？',
          en: 'From today to signature, which internal steps remain?',
        },
      },
    },
  },
  {
    id: 'close-day-passed',
    name: { zh: '预计签约日已过', en: 'Close day has passed' },
    severity: 'warning',
    when: { fact: 'deal.closeInDays', atMost: -1 },
    says: {
      zh: '预计签约日已经过去，预测里的这一单没有日期可信。',
      en: 'The expected close day has passed: the forecast cannot rely on this deal.',
    },
    cure: {
      act: {
        zh: '向{who}核实进度，重定签约日，或转为维持联系',
        en: 'Check the progress with {who} and set the day anew, or park the deal',
      },
      ask: ['decider', 'gatekeeper', 'evaluator'],
      dueInDays: 3,
    },
  },
  {
    id: 'signs-before-decision',
    name: { zh: '签约日早于客户决策日', en: 'Close day before the customer decides' },
    severity: 'warning',
    when: { fact: 'deal.signsBeforeDecisionDays', atLeast: 1 },
    says: {
      zh: '预计签约日比客户的决策日早 {deal.signsBeforeDecisionDays} 天，不可能按期签。',
      en: 'We mean to sign {deal.signsBeforeDecisionDays} days before the customer decides.',
    },
    cure: {
      act: { zh: '按客户的决策日重定预计签约日', en: 'Set the close day by the day on which the customer decides' },
      dueInDays: 2,
    },
  },
  {
    id: 'override-unhealed',
    name: { zh: '放行的缺项迟迟未补', en: 'Override never healed' },
    severity: 'warning',
    when: { fact: 'override.openDays', atLeast: { param: 'days' } },
    says: {
      zh: '主管放行已 {override.openDays} 天，当时的缺项还没补齐。',
      en: 'A gate was opened {override.openDays} days ago and what was missing then still is.',
    },
    params: [
      {
        id: 'days',
        name: { zh: '放行后几天内应补齐', en: 'Days to heal an override' },
        unit: 'days',
        value: 14,
        min: 1,
        max: 180,
      },
    ],
    cure: {
      act: {
        zh: '补齐放行时缺的检查项，或请主管退回阶段',
        en: 'Settle what the override left open, or move the deal back',
      },
    },
  },
];
