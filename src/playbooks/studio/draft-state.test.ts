import { expect, test } from 'vitest';
import { openYaml } from '#method/yaml-text.ts';
import { beginDraft, changeDraft, MOST_STEPS, type DraftAct } from '#playbooks/studio/draft-state.ts';

const after = (...acts: DraftAct[]) => acts.reduce(changeDraft, beginDraft('id: a\n'));
const set = (key: string, value: string): DraftAct => ({
  kind: 'edit',
  edits: [{ op: 'set', path: [key], value }],
  at: key,
});
const type = (text: string): DraftAct => ({ kind: 'type', text });
const undo: DraftAct = { kind: 'undo' };
const redo: DraftAct = { kind: 'redo' };
const rawOf = ({ text }: { text: string }) => openYaml(text).raw;

test('form and text change the same draft', () => {
  expect(rawOf(after(set('x', '1'), type('id: b\nx: 1\n'), set('y', '2')))).toEqual({ id: 'b', x: 1, y: '2' });
});

test('going on at one place is one step back; another place is another', () => {
  const state = after(set('x', 'o'), set('x', 'on'), set('x', 'one'), set('y', 'two'));
  expect(rawOf(changeDraft(state, undo))).toEqual({ id: 'a', x: 'one' });
  expect(rawOf([undo, undo].reduce(changeDraft, state))).toEqual({ id: 'a' });
});

test('forth again after back, until something else is written', () => {
  const state = after(set('x', '1'), set('y', '2'), undo, undo);
  expect(rawOf([redo, redo].reduce(changeDraft, state))).toEqual({ id: 'a', x: '1', y: '2' });
  expect(changeDraft(state, set('z', '3')).future).toEqual([]);
});

test('at the ends nothing happens, and what changes nothing is no step', () => {
  expect(after(undo, redo, type('id: a\n'))).toEqual(beginDraft('id: a\n'));
});

test('the steps back are bounded', () => {
  const acts = Array.from({ length: MOST_STEPS + 50 }, (_, n) => set(`k${n}`, 'v'));
  expect(after(...acts).past).toHaveLength(MOST_STEPS);
});
