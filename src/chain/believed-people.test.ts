import { expect, test } from 'vitest';
import type { FactSource } from '#method/fact-source.ts';
import { withBelieved, type Believed } from '#chain/believed-people.ts';

const recorded: FactSource = { values: {}, lists: {} };
const drawn: Believed = {
  people: [{ id: 'a', name: '赵工' }],
  artifact: { kind: 'organisationMap', name: '决策链图' },
  onMap: new Set(['a']),
};
const emptied: Believed = { people: [], artifact: undefined, onMap: new Set(['a']) };

test('a map that has shrunk leaves of the row what it would make of the events', () => {
  const row = withBelieved(recorded, drawn);
  expect(row.lists).toEqual({ stakeholders: drawn.people, artifacts: [drawn.artifact] });
  expect(withBelieved(row, emptied)).toEqual(withBelieved(recorded, emptied));
});

test('what was recorded by hand stays', () => {
  const byHand = { kind: 'organisationMap' as const, name: '组织图.pdf' };
  const row = withBelieved({ ...recorded, lists: { artifacts: [byHand] } }, drawn);
  expect(withBelieved(row, emptied).lists).toEqual({ artifacts: [byHand] });
});
