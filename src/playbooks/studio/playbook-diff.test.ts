import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isRefusal } from '#shared/refusal.ts';
import { parsePlaybook } from '#method/playbook-text.ts';
import { editText, type Edit } from '#playbooks/studio/draft-text.ts';
import { comparePlaybooks } from '#playbooks/studio/playbook-diff.ts';

const small = readFileSync(new URL('../../../tests/fixtures/small-method.yaml', import.meta.url), 'utf8');

function read(text: string) {
  const playbook = parsePlaybook(text);
  if (isRefusal(playbook)) throw new Error(JSON.stringify(playbook.data));
  return playbook;
}
const changes = (...edits: Edit[]) => comparePlaybooks(read(small), read(editText(small, edits)));

test('another version number is no change', () => {
  expect(changes({ op: 'set', path: ['version'], value: 2 })).toEqual([]);
});

test('a rule, a number and a flag are told in words, before and after', () => {
  const check = ['stages', 0, 'checks', 0];
  expect(
    changes(
      { op: 'set', path: [...check, 'rule'], value: { fact: 'buyer.stage', atLeast: 'buy' } },
      { op: 'set', path: [...check, 'halfLifeDays'], value: 30 },
      { op: 'set', path: [...check, 'weights'], value: { rumour: 0, said: 0.1 } },
      { op: 'set', path: [...check, 'mandatory'], value: false },
      { op: 'set', path: [...check, 'next', 'ask'], value: ['user', 'decider'] },
    ),
  ).toMatchObject([
    {
      kind: 'checks',
      id: 'budget-known',
      change: 'changed',
      stage: { zh: '开场' },
      fields: [
        { label: { zh: '★ 必过' }, before: { zh: '是' }, after: { zh: '否' } },
        {
          label: { en: 'Decided by rule' },
          before: { zh: '预算状态至少 已批准', en: 'budget: at least approved' },
          after: { zh: '客户当前采购阶段至少 购买', en: "buyer's current step: at least buy" },
        },
        { before: { zh: '决策者' }, after: { zh: '使用者、决策者' } },
        { before: { zh: '60 天', en: '60 days' }, after: { zh: '30 天' } },
        {
          label: { zh: '证据的分量' },
          before: { zh: '' },
          after: { zh: '传闻 0%、口头 10%', en: 'rumour 0%, said 10%' },
        },
      ],
    },
  ]);
});

test('what came, went and moved; a stage with its checks in reading order', () => {
  const found = changes(
    { op: 'insert', path: ['stages', 0, 'steps'], at: 2, value: { zh: '写信', en: 'write' } },
    { op: 'move', path: ['stages', 0, 'checks'], from: 1, to: 0, into: ['stages', 1, 'checks'] },
    { op: 'remove', path: ['funnel', 0] },
    {
      op: 'set',
      path: ['parking'],
      value: { name: { zh: '放', en: 'rest' }, advice: { zh: '等', en: 'wait' }, criteria: ['signed'] },
    },
    { op: 'set', path: ['name', 'en'], value: 'Smaller' },
  );
  expect(found.map(({ kind, id, change }) => `${change} ${kind} ${id}`)).toEqual([
    'changed head head',
    'changed stages open',
    'moved checks registered',
    'removed funnel accounts',
    'added parking parking',
  ]);
  expect(found[1]!.fields).toMatchObject([{ before: { zh: '打电话\n登门' }, after: { zh: '打电话\n登门\n写信' } }]);
  expect(found[2]).toMatchObject({ movedFrom: { zh: '开场' }, stage: { zh: '成交' }, fields: [] });
});

test('places move only against what stayed', () => {
  expect(changes({ op: 'move', path: ['stages', 0, 'checks'], from: 0, to: 1 })).toMatchObject([
    { id: 'registered', change: 'moved', place: { from: 2, to: 1 } },
    { id: 'budget-known', change: 'moved', place: { from: 1, to: 2 } },
  ]);
  const check = {
    id: 'new',
    text: { zh: '新', en: 'new' },
    verify: { zh: '看', en: 'look' },
    next: { act: { zh: '问', en: 'ask' } },
  };
  expect(changes({ op: 'insert', path: ['stages', 0, 'checks'], at: 0, value: check })).toMatchObject([
    { id: 'new', change: 'added' },
  ]);
});
