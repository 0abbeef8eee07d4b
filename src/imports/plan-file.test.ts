import { describe, expect, test } from 'vitest';
import { ImportPlan } from '#imports/import-plan.ts';
import { plannedBy, planText } from '#imports/plan-file.ts';

const column = (header: string) => ({ header, filled: 1, values: null });
const layout = { columns: [column('opportunity_id'), column('account'), column('notes')] };
const guessed = ImportPlan.parse({
  targets: ['externalId', 'account', null],
  createMissing: ['account'],
  values: { stage: { Won: 'won' } },
});

describe('a plan in a file', () => {
  test('names its columns by their headers, and reads back as it was written', () => {
    const text = planText(guessed, layout);
    expect(JSON.parse(text)).toMatchObject({
      columns: { opportunity_id: 'externalId', account: 'account', notes: null },
    });
    expect(plannedBy(text, ImportPlan.parse({ targets: [null, null, null] }), layout)).toEqual(guessed);
  });

  test('changes what it names, and nothing else', () => {
    const text = JSON.stringify({ columns: { notes: 'note' }, currency: 'USD' });
    expect(plannedBy(text, guessed, layout)).toEqual({
      ...guessed,
      targets: ['externalId', 'account', 'note'],
      currency: 'USD',
    });
  });

  test('with headers that repeat it goes by the order of the columns', () => {
    const twice = { columns: [column('name'), column('name'), column('')] };
    const text = planText(guessed, twice);
    expect(JSON.parse(text)).toMatchObject({ targets: ['externalId', 'account', null] });
    expect(plannedBy(text, guessed, twice)).toEqual(guessed);
  });

  test.each([
    ['no JSON', '{ "policy": '],
    ['a word that is no policy', '{ "policy": "perhaps" }'],
    ['a field that plans do not have', '{ "policies": "skip" }'],
    ['a column that the file does not have', '{ "columns": { "remarks": "note" } }'],
  ])('%s is told', (_, text) => {
    expect(plannedBy(text, guessed, layout)).toMatchObject({ refused: true, code: 'input.invalid' });
  });
});
