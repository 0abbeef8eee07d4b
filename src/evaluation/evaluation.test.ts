import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { evaluationContract } from '#evaluation/evaluation.contract.ts';
import { evaluationHandlers } from '#evaluation/evaluation.server.ts';
import { defaultEvaluation, EvaluationModel, gradingOf, lowGrades, scorecardOf } from '#evaluation/evaluation.ts';
import { defaultGrading } from '#method/grade.ts';
import { defaultScorecard } from '#method/scorecard.ts';

describe('the model', () => {
  test('the default is the default of the method', () => {
    expect(EvaluationModel.parse(defaultEvaluation)).toEqual(defaultEvaluation);
    expect(scorecardOf(defaultEvaluation)).toEqual(defaultScorecard);
    expect(gradingOf(defaultEvaluation)).toEqual(defaultGrading);
    expect(lowGrades(defaultEvaluation)).toEqual(['D']);
    expect(lowGrades({ effort: { ...defaultEvaluation.effort, low: 'C' } })).toEqual(['C', 'D']);
  });

  test('an item without weight is not rated', () => {
    const weights = { ...defaultEvaluation.weights, credit: 0 };
    expect(scorecardOf({ ...defaultEvaluation, weights }).items.map(({ id }) => id)).not.toContain('credit');
  });

  test.each([
    ['nothing weighs', { weights: Object.fromEntries(Object.keys(defaultEvaluation.weights).map((id) => [id, 0])) }],
    ['an item is missing', { weights: { size: 10 } }],
    ['the line to drop is not below the line to go', { go: 50, drop: 50 }],
    ['middle ends before near', { grading: { ...defaultEvaluation.grading, middleDays: 30 } }],
    ['possible is above likely', { grading: { ...defaultEvaluation.grading, possible: 70 } }],
    ['the table has a hole', { grading: { ...defaultEvaluation.grading, table: [['A', 'B', 'C']] } }],
  ])('is refused when %s', (_why, part) => {
    expect(EvaluationModel.safeParse({ ...defaultEvaluation, ...part }).success).toBe(false);
  });
});

describe('of a company', () => {
  let company: TestCompany;
  const as = (name: string) => company.as(evaluationContract, company.actors[name]!);
  beforeAll(async () => {
    company = await openTestCompany({ evaluation: evaluationHandlers });
  });
  afterAll(() => company.close());

  test('begins with the default; every change is a version, told with before and after', async () => {
    expect(await as('northRep').show({})).toEqual({
      version: 0,
      model: defaultEvaluation,
      changedAt: null,
      changedByName: null,
    });
    const stricter = { ...defaultEvaluation, go: 70 };
    expect(await as('director').change({ version: 0, model: stricter })).toMatchObject({
      version: 1,
      model: stricter,
      changedByName: 'director',
    });
    // The same again is no change.
    expect(await as('director').change({ version: 1, model: stricter })).toMatchObject({ version: 1 });
    await as('admin').change({ version: 1, model: { ...stricter, drop: 30 } });
    expect((await as('auditor').history({})).map(({ version, model }) => [version, model.go, model.drop])).toEqual([
      [2, 70, 30],
      [1, 70, 40],
    ]);
    const { rows } = await company.database.system
      .selectFrom('events')
      .select('data')
      .where('type', '=', 'evaluation.changed')
      .orderBy('id')
      .execute()
      .then((events) => ({ rows: events }));
    expect(rows.map(({ data }) => data)).toMatchObject([
      { version: 1, before: { go: 60 }, after: { go: 70 } },
      { version: 2, before: { drop: 40 }, after: { drop: 30 } },
    ]);
  });

  test('of two who change it the second is told; who sells may not change it', async () => {
    const model = { ...defaultEvaluation, go: 80 };
    for (const version of [0, 9])
      await expect(as('admin').change({ version, model })).rejects.toMatchObject({ code: 'record.changed' });
    const both = [as('admin'), as('director')].map((one, at) =>
      one.change({ version: 2, model: { ...model, drop: at } }).then(
        () => 'changed',
        (error: { code: string }) => error.code,
      ),
    );
    expect((await Promise.all(both)).toSorted()).toEqual(['changed', 'record.changed']);
    await expect(as('northManager').change({ version: 3, model })).rejects.toMatchObject({ status: 403 });
    await expect(as('admin').change({ version: 3, model: { ...model, drop: 90 } })).rejects.toMatchObject({
      code: 'input.invalid',
    });
  });
});
