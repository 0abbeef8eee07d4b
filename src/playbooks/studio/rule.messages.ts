import type { Messages } from '#shared/messages.ts';

/** Words of the rule builder. */
const zh = {
  add: '加规则',
  remove: '不要规则',
  all: '以下全部满足',
  any: '以下任一满足',
  addCondition: '加条件',
  addGroup: '加一组',
  not: '不成立',
  fact: '事实',
  operator: '比较',
  value: '值',
  addLimit: '加限定',
  counted: '计数',
  reads: '读作',
  yes: '是',
  no: '否',
  operators: {
    is: '是',
    isNot: '不是',
    oneOf: '是其中之一',
    atLeast: '至少',
    atMost: '至多',
    recorded: '有没有记录',
  },
  recordedYes: '有记录',
  recordedNo: '没有记录',
  strange: '这条规则的写法表单不认识，请在“文本”里修改。',
};

const en = {
  add: 'Add a rule',
  remove: 'No rule',
  all: 'All of these',
  any: 'Any of these',
  addCondition: 'Add a condition',
  addGroup: 'Add a group',
  not: 'not',
  fact: 'Fact',
  operator: 'Comparison',
  value: 'Value',
  addLimit: 'Narrow it',
  counted: 'Counts',
  reads: 'Reads',
  yes: 'yes',
  no: 'no',
  operators: {
    is: 'is',
    isNot: 'is not',
    oneOf: 'is one of',
    atLeast: 'at least',
    atMost: 'at most',
    recorded: 'recorded?',
  },
  recordedYes: 'recorded',
  recordedNo: 'not recorded',
  strange: 'The form does not know this way of writing a rule; change it in the text.',
} satisfies Messages<typeof zh>;

export const ruleMessages = { zh, en };
