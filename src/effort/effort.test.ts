import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDealsCompany } from '#deals/testing.server.ts';
import { effortContract } from '#effort/effort.contract.ts';
import { effortHandlers } from '#effort/effort.server.ts';
import { sumEffort, type EffortRow } from '#effort/effort.ts';
import { defaultEvaluation } from '#evaluation/evaluation.ts';
import { noteHandlers } from '#notes/notes.server.ts';
import { notesContract } from '#notes/notes.contract.ts';
import { taskHandlers } from '#tasks/tasks.server.ts';
import { tasksContract } from '#tasks/tasks.contract.ts';

const row = (ownerId: string, grade: EffortRow['grade'], acts: number, teamId = 'north'): EffortRow => ({
  ownerId,
  ownerName: ownerId,
  teamId,
  teamName: teamId,
  grade,
  acts,
});

describe('effort by grade', () => {
  test('given 38 of 100 acts on D deals, their owner is warned, and no one else', () => {
    const { owners, teams, all } = sumEffort(
      [row('她', 'D', 38), row('她', 'A', 62), row('他', 'A', 90), row('他', 'D', 10), row('新人', 'D', 3)],
      defaultEvaluation,
    );
    expect(owners.map(({ id, lowShare, warns }) => [id, lowShare, warns])).toEqual([
      ['她', 38, true],
      ['新人', 100, false],
      ['他', 10, false],
    ]);
    expect(teams).toMatchObject([{ id: 'north', total: 203, lowShare: 25, warns: true }]);
    expect(all.acts).toEqual({ A: 152, B: 0, C: 0, D: 51, none: 0 });
  });

  test('the line itself warns; what counts as low is set', () => {
    const rows = [row('她', 'C', 25), row('她', 'A', 75)];
    expect(sumEffort(rows, defaultEvaluation).all.warns).toBe(false);
    const both = { effort: { ...defaultEvaluation.effort, low: 'C' as const } };
    expect(sumEffort(rows, both).all).toMatchObject({ lowShare: 25, warns: true });
  });

  test('sums agree, shares are shares, and more low acts never stop a warning', () => {
    const anyRow = fc.record({
      ownerId: fc.constantFrom('a', 'b', null),
      ownerName: fc.constant(null),
      teamId: fc.constantFrom('n', 's', null),
      teamName: fc.constant(null),
      grade: fc.constantFrom('A', 'B', 'C', 'D', null),
      acts: fc.integer({ min: 1, max: 50 }),
    }) as fc.Arbitrary<EffortRow>;
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 20 }), fc.integer({ min: 1, max: 50 }), (rows, more) => {
        const { all, owners, teams } = sumEffort(rows, defaultEvaluation);
        for (const list of [owners, teams]) expect(list.reduce((sum, { total }) => sum + total, 0)).toBe(all.total);
        for (const { lowShare } of [all, ...owners]) expect(lowShare >= 0 && lowShare <= 100).toBe(true);
        const after = sumEffort([...rows, row('a', 'D', more)], defaultEvaluation).all;
        expect(after.warns || !all.warns).toBe(true);
      }),
    );
  });
});

describe('counted from the records', () => {
  let c: Awaited<ReturnType<typeof openDealsCompany>>;
  const effort = (name: string) => c.company.as(effortContract, c.company.actors[name]!);
  beforeAll(async () => {
    c = await openDealsCompany({ effort: effortHandlers, notes: noteHandlers, tasks: taskHandlers });
  });
  afterAll(() => c.close());

  test('tasks done, evidence and notes of the last days, for who may see the deal', async () => {
    const rep = c.company.actors['northRep']!;
    const low = await c.newDeal('最后考虑', { grade: 'D' });
    const top = await c.newDeal('全力以赴', { grade: 'A' });
    const notes = c.company.as(notesContract, rep);
    const tasks = c.company.as(tasksContract, rep);
    const write = (id: string) => notes.create({ subjectKind: 'deal', subjectId: id, body: '记一笔' });
    for (let turn = 0; turn < 6; turn++) await write(low.id);
    for (let turn = 0; turn < 4; turn++) await write(top.id);
    const gone = await write(top.id);
    await notes.remove({ id: gone.id, version: gone.version });
    const task = await tasks.create({ title: '打电话', subjectKind: 'deal', subjectId: low.id });
    await tasks.finish({ id: task.id, version: task.version, done: true });
    await tasks.create({ title: '还没做', subjectKind: 'deal', subjectId: low.id });
    await c.as('northRep').addEvidence({
      id: top.id,
      check: 'can-win',
      direction: 'supports',
      strength: 'said',
      statement: '有把握',
      source: { kind: 'observation' },
      observedOn: '2026-03-02',
    });
    const seen = await effort('northRep').show({});
    expect(seen.all).toMatchObject({ acts: { A: 5, D: 7 }, total: 12, lowShare: 58, warns: true });
    expect(seen.deals).toMatchObject([{ id: low.id, acts: 7, grade: 'D' }]);
    expect((await effort('northManager').show({ days: 90 })).owners).toMatchObject([{ id: rep.userId, warns: true }]);
    expect((await effort('southManager').show({})).all.total).toBe(0);
    c.setClock('2026-05-02T02:00:00.000Z');
    expect((await effort('northRep').show({})).all.total).toBe(0);
    expect((await effort('northRep').show({ days: 90 })).all.total).toBe(12);
  });
});
