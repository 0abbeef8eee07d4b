import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openYaml } from '#method/yaml-text.ts';
import { editText } from '#playbooks/studio/draft-text.ts';
import {
  addCheck,
  addStage,
  movePart,
  outlineOf,
  removePart,
  renameStage,
  type Turn,
} from '#playbooks/studio/outline.ts';
import { partAt, placeWords, valueAt } from '#playbooks/studio/place.ts';

const small = readFileSync(new URL('../../../tests/fixtures/small-method.yaml', import.meta.url), 'utf8');
const raw = openYaml(small).raw;
const done = (turn: Turn | undefined) => openYaml(editText(small, turn?.edits ?? [])).raw;
const ids = (from: unknown, ...path: (string | number)[]) =>
  (valueAt(from, path) as { id: string }[]).map(({ id }) => id);
const at = (...path: (string | number)[]) => partAt(path);

test('the outline is the method in reading order', () => {
  expect(outlineOf(raw).map(({ path }) => path.join('.'))).toEqual([
    '',
    'buyerStages',
    'stages.0',
    'stages.0.checks.0',
    'stages.0.checks.1',
    'stages.1',
    'stages.1.checks.0',
    'funnel',
    'parking',
  ]);
  expect(outlineOf('no method').map(({ kind }) => kind)).toEqual(['head', 'buyerStages', 'funnel', 'parking']);
});

test('a new stage stands beside the buyer’s next step and has its column', () => {
  const turn = addStage(raw, 1);
  const next = done(turn);
  expect(turn.to).toEqual(['stages', 1]);
  expect(ids(next, 'stages')).toEqual(['open', 'stage-1', 'close']);
  expect(valueAt(next, ['stages', 1, 'buyerStages'])).toEqual(['buy']);
  expect(ids(next, 'funnel')).toEqual(['accounts', 'open', 'stage-1', 'close']);
});

test('a new check has an id that no stage has', () => {
  const once = editText(small, addCheck(raw, 1, 1).edits);
  const turn = addCheck(openYaml(once).raw, 0, 1);
  const next = openYaml(editText(once, turn.edits)).raw;
  expect(ids(next, 'stages', 0, 'checks')).toEqual(['budget-known', 'check-2', 'registered']);
  expect(ids(next, 'stages', 1, 'checks')).toEqual(['signed', 'check-1']);
  expect(turn.to).toEqual(['stages', 0, 'checks', 1]);
});

test('a stage goes with its columns and with what refers to it', () => {
  const text = editText(small, [
    { op: 'set', path: ['wonAfter'], value: 'open' },
    { op: 'set', path: ['parking'], value: { criteria: ['registered', 'signed', 'budget-known'] } },
  ]);
  const turn = removePart(openYaml(text).raw, at('stages', 0));
  const next = openYaml(editText(text, turn.edits)).raw;
  expect(ids(next, 'stages')).toEqual(['close']);
  expect(ids(next, 'funnel')).toEqual(['accounts', 'close']);
  expect(valueAt(next, ['wonAfter'])).toBeUndefined();
  expect(valueAt(next, ['parking', 'criteria'])).toEqual(['signed']);
});

test('a check goes, and one is at the one before it', () => {
  const turn = removePart(raw, at('stages', 0, 'checks', 1));
  expect(ids(done(turn), 'stages', 0, 'checks')).toEqual(['budget-known']);
  expect(turn.to).toEqual(['stages', 0, 'checks', 0]);
  expect(removePart(raw, at('stages', 1, 'checks', 0)).to).toEqual(['stages', 1]);
});

test('stages and checks move; a check at the edge goes over to the next stage; the ends are ends', () => {
  expect(ids(done(movePart(raw, at('stages', 0), 1)), 'stages')).toEqual(['close', 'open']);
  const over = movePart(raw, at('stages', 0, 'checks', 1), 1);
  expect(over?.to).toEqual(['stages', 1, 'checks', 0]);
  expect(ids(done(over), 'stages', 1, 'checks')).toEqual(['registered', 'signed']);
  const back = movePart(raw, at('stages', 1, 'checks', 0), -1);
  expect(ids(done(back), 'stages', 0, 'checks')).toEqual(['budget-known', 'registered', 'signed']);
  expect(movePart(raw, at('stages', 0), -1)).toBeUndefined();
  expect(movePart(raw, at('stages', 0, 'checks', 0), -1)).toBeUndefined();
  expect(movePart(raw, at('funnel'), 1)).toBeUndefined();
});

const next = (text: string) =>
  openYaml(editText(text, renameStage(openYaml(text).raw, ['stages', 0, 'name', 'zh'], '开局'))).raw;

test('a column is called as its stage until it has a name of its own', () => {
  expect(valueAt(next(small), ['funnel', 1, 'name', 'zh'])).toBe('开局');
  const own = editText(small, [{ op: 'set', path: ['funnel', 1, 'name', 'zh'], value: '线索' }]);
  expect(valueAt(next(own), ['funnel', 1, 'name', 'zh'])).toBe('线索');
});

test.each([
  [
    ['stages', 0, 'checks', 0, 'rule', 'atLeast'],
    '开场 › 预算已批 › 自动判定的规则',
    'Open › the budget is approved › Decided by rule',
  ],
  [
    ['stages', 0, 'checks', 0, 'next', 'act', 'zh'],
    '开场 › 预算已批 › 还不清楚时做什么',
    'Open › the budget is approved › While it is not known',
  ],
  [['stages', 1], '成交', 'Close'],
  [['buyerStages', 1, 'name', 'en'], '客户采购阶段 › 购买 › 名称', "The buyer's steps › buy › Name"],
  [['description'], '总述 › 用在什么时候', 'Overview › What it is for'],
  [['stages', 7, 'checks', 3], '阶段 8 › 检查项 4', 'Stage 8 › Check 4'],
])('%j is a place in business words', (path, zh, en) => {
  expect(placeWords(raw, path)).toEqual({ zh, en });
});
