import type { LintRuleText } from '#method/lint/lint-rule.ts';

/** Mistakes with the customer's people. Source: Domain §4, §16. */
export const peopleRules: readonly LintRuleText[] = [
  {
    id: 'single-contact',
    name: { zh: '只靠一个联系人', en: 'Only one contact' },
    severity: 'serious',
    aboutUnknown: true,
    when: {
      all: [
        { fact: 'deal.ageDays', atLeast: { param: 'days' } },
        {
          any: [
            { fact: 'people.met', atMost: { param: 'people' } },
            { fact: 'stakeholders.count', recorded: false },
          ],
        },
      ],
    },
    says: {
      zh: '跟进 {deal.ageDays} 天，真正接触过的人太少；这个人一走，商机就断了。',
      en: '{deal.ageDays} days in we have met too few people: if one leaves, the deal is cut off.',
    },
    params: [
      {
        id: 'people',
        name: { zh: '接触不超过几人算', en: 'At most so many people met' },
        unit: 'count',
        value: 1,
        min: 0,
        max: 10,
      },
      {
        id: 'days',
        name: { zh: '跟进满几天后检查', en: 'From this age of the deal' },
        unit: 'days',
        value: 30,
        min: 0,
        max: 365,
      },
    ],
    cure: {
      act: {
        zh: '请{who}引见使用、技术、财务三个部门的人',
        en: 'Ask {who} for introductions to the user, technical and finance departments',
      },
      ask: ['initiator', 'user', 'evaluator'],
      question: {
        kind: 'situation',
        text: { zh: '这件事要办成，还需要哪几位点头？', en: 'Who else has to agree for this to happen?' },
      },
    },
  },
  {
    id: 'decider-not-influenced',
    name: { zh: '没有影响到决策者', en: 'Decider not influenced, even through others' },
    severity: 'serious',
    aboutUnknown: true,
    when: {
      all: [
        { fact: 'stage.number', atLeast: { param: 'stage' } },
        { fact: 'people.deciderReach', atMost: 'named' },
      ],
    },
    says: {
      zh: '已到第 {stage.number} 阶段，{people.deciderReach}，也没有支持者替我们说话。',
      en: 'At stage {stage.number} the decider is {people.deciderReach}, and no supporter speaks for us.',
    },
    params: [
      {
        id: 'stage',
        name: { zh: '从第几阶段起检查', en: 'From this stage on' },
        unit: 'stage',
        value: 3,
        min: 1,
        max: 20,
      },
    ],
    cure: {
      act: {
        zh: '先问{who}谁拍板、他最看重什么，再请他引见或代为转达',
        en: 'Ask {who} who has the final say and what matters to them, then for an introduction or a word on our behalf',
      },
      ask: ['evaluator', 'user', 'designer'],
      question: {
        kind: 'situation',
        text: {
          zh: '方案定下来之后，最后是谁签字、他会看哪几点？',
          en: 'Who signs in the end, and what do they look at?',
        },
      },
    },
  },
  {
    id: 'opponent-unanswered',
    name: { zh: '反对者无人应对', en: 'Opponent unanswered' },
    severity: 'serious',
    when: { fact: 'people.opponentSilentDays', atLeast: { param: 'days' } },
    says: {
      zh: '有人反对我们，已 {people.opponentSilentDays} 天没有听取他的意见，也没有应对的待办。',
      en: 'Somebody is against us; for {people.opponentSilentDays} days nobody has heard them or planned an answer.',
    },
    params: [
      {
        id: 'days',
        name: { zh: '几天无人应对算', en: 'Days without an answer' },
        unit: 'days',
        value: 21,
        min: 1,
        max: 180,
      },
    ],
    cure: {
      act: {
        zh: '先请支持者从旁了解他反对的理由，再定由谁、用什么去化解（待办里写上他的名字）',
        en: 'Find out through a supporter why they object, then decide who answers and with what (name them in the task)',
      },
    },
  },
  {
    id: 'coach-not-shown',
    name: { zh: '教练只是自称', en: 'Coach claimed, not shown' },
    severity: 'warning',
    when: { fact: 'people.coachOccasions', atMost: { param: 'occasions' } },
    says: {
      zh: '当作教练的人只有 {people.coachOccasions} 次用行动或书面证明过，他的话还不能全信。',
      en: 'Who is called our coach has proved it by deed or in writing {people.coachOccasions}× only: do not rely on their word yet.',
    },
    params: [
      {
        id: 'occasions',
        name: { zh: '不超过几次算未证明', en: 'At most so many occasions' },
        unit: 'count',
        value: 1,
        min: 0,
        max: 10,
      },
    ],
    cure: {
      act: {
        zh: '请他做一件只有自己人才肯做的小事，并记下结果',
        en: 'Ask for a small favour that only an ally would do, and note what happens',
      },
      dueInDays: 14,
    },
  },
  {
    id: 'map-stale',
    name: { zh: '决策链图已过时', en: 'Map stale' },
    severity: 'warning',
    when: { fact: 'people.unconfirmedDays', atLeast: { param: 'days' } },
    says: {
      zh: '对核心人物的判断已 {people.unconfirmedDays} 天没有核实，立场和角色可能早已变了。',
      en: 'Nothing has confirmed what we believe of a key person for {people.unconfirmedDays} days; it may have changed.',
    },
    params: [
      {
        id: 'days',
        name: { zh: '几天没有核实算过时', en: 'Days unconfirmed' },
        unit: 'days',
        value: 61,
        min: 1,
        max: 365,
      },
    ],
    cure: {
      act: {
        zh: '下次接触时确认这几位的立场和角色；没有变化的，在决策链里点“核实无变化”',
        en: 'Confirm their stance and role at the next contact; if unchanged, tap “Seen, unchanged” in the decision chain',
      },
    },
  },
  {
    id: 'rival-unnamed',
    name: { zh: '对手是谁都不清楚', en: 'Rival unnamed' },
    severity: 'warning',
    aboutUnknown: true,
    when: {
      all: [
        { fact: 'stage.number', atLeast: { param: 'stage' } },
        { fact: 'rivals.known', is: false },
      ],
    },
    says: {
      zh: '已到第 {stage.number} 阶段，还不知道在和谁竞争。',
      en: 'At stage {stage.number} we still do not know whom we are up against.',
    },
    params: [
      {
        id: 'stage',
        name: { zh: '从第几阶段起检查', en: 'From this stage on' },
        unit: 'stage',
        value: 3,
        min: 1,
        max: 20,
      },
    ],
    cure: {
      act: {
        zh: '问{who}还有哪几家在谈、各自靠什么',
        en: 'Ask {who} who else is talking to them and what each relies on',
      },
      ask: ['evaluator', 'user', 'gatekeeper'],
      question: {
        kind: 'situation',
        text: {
          zh: '这类项目您一般会比较哪几家？',
          en: 'Which suppliers would you usually compare for such a project?',
        },
      },
    },
  },
];
