import type { Text } from '#shared/messages.ts';
import { lists } from '#method/fact-lists.ts';
import { buyingRoles, periods, questionKinds, type Words } from '#method/scales.ts';

/** What a field refers to, by id, within its own method. */
export type Reference = 'buyerStages' | 'stages' | 'checks';

/**
 * One field of a part of a method: what it is called, where it stands in the part ('next.dueInDays') and what is put in.
 * The forms, the comparison of versions and the places that problems name are all read from here: a new field of the
 * method is one line.
 */
export type Field = {
  readonly at: string;
  readonly label: Text;
  readonly hint?: Text;
  /** the way to the fields that are there together or not at all */
  readonly group?: Group;
} & (
  | { readonly kind: 'id' | 'flag' | 'pairs' | 'signals' }
  /** `rows`: lines of the box */
  | { readonly kind: 'pair'; readonly rows?: number }
  | { readonly kind: 'rule' | 'weights' }
  | {
      readonly kind: 'number';
      readonly min: number;
      readonly max: number;
      readonly fallback?: number;
      readonly unit: Text;
    }
  | { readonly kind: 'choice' | 'choices'; readonly of: Words | Reference; readonly optional?: true }
);

export type Group = 'next.question' | 'accept';

/** Fields that may be absent together: what they are called, and what they begin with. */
export const groups: { readonly [group in Group]: { readonly label: Text; readonly begin: unknown } } = {
  'next.question': {
    label: { zh: '问法', en: 'A question to ask' },
    begin: { kind: 'situation', text: { zh: '', en: '' } },
  },
  accept: {
    label: { zh: '主管可接受的较低标准', en: 'Less that a manager may accept' },
    begin: { rule: { fact: 'budget.state', atLeast: 'expected' }, text: { zh: '', en: '' } },
  },
};

/** The parts that a method is made of. */
export type PartKind = 'head' | 'buyerStages' | 'funnel' | 'parking' | 'stages' | 'checks';

const text = (zh: string, en: string): Text => ({ zh, en });
const days = text('天', 'days');
const id: Field = {
  at: 'id',
  kind: 'id',
  label: text('标识', 'Id'),
  hint: text('证据和历史都挂在标识上，发布后请勿改动', 'Evidence and history hang on it: leave it once published'),
};
const name: Field = { at: 'name', kind: 'pair', label: text('名称', 'Name') };

export const fieldsOf: { readonly [kind in PartKind]: readonly Field[] } = {
  head: [
    name,
    { at: 'description', kind: 'pair', rows: 4, label: text('用在什么时候', 'What it is for') },
    {
      at: 'overview',
      kind: 'pair',
      rows: 8,
      label: text('一页讲清这套打法', 'The method on one page'),
      hint: text(
        '空一行分段；每段可以用几个字加冒号开头作小标题',
        'An empty line parts paragraphs; each may begin with a few words and a colon',
      ),
    },
    { at: 'source', kind: 'pair', label: text('出处', 'Source') },
    { at: 'enteredLate', kind: 'pair', rows: 3, label: text('晚到了怎么办', 'When we come late') },
    {
      at: 'followsBuyer',
      kind: 'flag',
      label: text('跟着客户的步子走', "Keep the buyer's pace"),
      hint: text('客户没走到那一步，关卡不放行', 'No gate opens ahead of the step the buyer has reached'),
    },
    {
      at: 'weights',
      kind: 'weights',
      label: text('证据的分量', 'What evidence weighs'),
      hint: text(
        '一条新证据按来路算几成；空着按常规。可信度到六成，检查项才算证实',
        'How much one fresh record counts by how it came to us; empty: the usual. A check is met at 60%',
      ),
    },
    {
      at: 'wonAfter',
      kind: 'choice',
      of: 'stages',
      optional: true,
      label: text('走完哪个阶段算赢单', 'Won after'),
      hint: text('不选：走完最后一个阶段', 'None: after the last stage'),
    },
  ],
  buyerStages: [name, { at: 'period', kind: 'choice', of: periods, label: text('时期', 'Period') }, id],
  funnel: [
    name,
    {
      at: 'stage',
      kind: 'choice',
      of: 'stages',
      optional: true,
      label: text('对应阶段', 'Stage'),
      hint: text('不选：统计客户数', 'None: it counts accounts'),
    },
    { at: 'when', kind: 'rule', label: text('只算符合条件的', 'Only deals where') },
    id,
  ],
  parking: [
    name,
    { at: 'advice', kind: 'pair', rows: 3, label: text('怎么做', 'What to do') },
    {
      at: 'criteria',
      kind: 'choices',
      of: 'checks',
      label: text('这些检查项不全满足就先放一放', 'Rest unless all of these are met'),
    },
    {
      at: 'revisitInDays',
      kind: 'number',
      min: 1,
      max: 730,
      fallback: 90,
      unit: days,
      label: text('多久后回访', 'Look again after'),
    },
  ],
  stages: [
    name,
    {
      at: 'buyerStages',
      kind: 'choices',
      of: 'buyerStages',
      label: text('客户此时走到', 'The buyer meanwhile'),
    },
    { at: 'startMark', kind: 'pair', rows: 2, label: text('开始标志', 'Begins when') },
    { at: 'endMark', kind: 'pair', rows: 2, label: text('结束标志', 'Ends when') },
    {
      at: 'endless',
      kind: 'flag',
      label: text('没有终点', 'Never over'),
      hint: text(
        '只有最后一个阶段可以：反复检查，不再往后走',
        'Only the last stage may be: looked at again and again, nothing leaves it',
      ),
    },
    { at: 'steps', kind: 'pairs', label: text('怎么做', 'Steps') },
    { at: 'tips', kind: 'pairs', label: text('经验', 'From experience') },
    { at: 'policy', kind: 'pair', rows: 2, label: text('合规', 'Compliance') },
    {
      at: 'artifacts',
      kind: 'choices',
      of: lists.artifacts.fields.kind.words,
      label: text('要备齐的材料', 'Documents to own'),
    },
    id,
  ],
  checks: [
    { at: 'text', kind: 'pair', rows: 2, label: text('检查什么', 'The claim') },
    {
      at: 'mandatory',
      kind: 'flag',
      label: text('★ 必过', '★ must pass'),
      hint: text('没过，关卡不放行', 'The gate does not open without it'),
    },
    { at: 'rule', kind: 'rule', label: text('自动判定的规则', 'Decided by rule') },
    { at: 'verify', kind: 'pair', rows: 2, label: text('怎么核实', 'How to verify') },
    { at: 'signals', kind: 'signals', label: text('看什么信号', 'Signals') },
    { at: 'falseFriends', kind: 'pairs', label: text('别当真', 'Not evidence') },
    {
      at: 'next.act',
      kind: 'pair',
      rows: 2,
      label: text('还不清楚时做什么', 'While it is not known'),
      hint: text('{who} 会换成要找的人', '{who} becomes the person to go to'),
    },
    {
      at: 'next.ask',
      kind: 'choices',
      of: buyingRoles,
      label: text('向谁问（最合适的在前）', 'Whom to ask, the best first'),
    },
    {
      at: 'next.dueInDays',
      kind: 'number',
      min: 1,
      max: 365,
      fallback: 7,
      unit: days,
      label: text('几天内办', 'Do it within'),
    },
    {
      at: 'next.daysBeforeTender',
      kind: 'number',
      min: 0,
      max: 365,
      unit: days,
      label: text('招标前几天办妥', 'Days before the tender'),
    },
    {
      at: 'next.question.text',
      group: 'next.question',
      kind: 'pair',
      rows: 2,
      label: text('这样问', 'One way to ask'),
    },
    {
      at: 'next.question.kind',
      group: 'next.question',
      kind: 'choice',
      of: questionKinds,
      label: text('问题类型', 'Kind of question'),
    },
    {
      at: 'halfLifeDays',
      kind: 'number',
      min: 1,
      max: 3650,
      fallback: 60,
      unit: days,
      label: text('证据多少天效力减半', 'Evidence halves in'),
    },
    {
      at: 'weights',
      kind: 'weights',
      label: text('证据的分量', 'What evidence weighs'),
      hint: text(
        '只对这一项；空着就按整套方法论的。例如“立项”只认书面，口头填 10%',
        'For this check alone; empty: as in the whole method. Say, 10% for what is said where only paper counts',
      ),
    },
    { at: 'permanent', kind: 'flag', label: text('书面证据长期有效', 'Written evidence keeps') },
    {
      at: 'accept.rule',
      group: 'accept',
      kind: 'rule',
      label: text('主管可接受的较低标准', 'What a manager may accept'),
    },
    { at: 'accept.text', group: 'accept', kind: 'pair', rows: 2, label: text('较低标准的说明', 'Said in words') },
    id,
  ],
};

/** What the parts are called, one and all of them. */
export const partWords: { readonly [kind in PartKind]: Text } = {
  head: text('总述', 'Overview'),
  buyerStages: text('客户采购阶段', "The buyer's steps"),
  funnel: text('漏斗列', 'Funnel columns'),
  parking: text('先放一放', 'Letting it rest'),
  stages: text('阶段', 'Stages'),
  checks: text('检查项', 'Checks'),
};
