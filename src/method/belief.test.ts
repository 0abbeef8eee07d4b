import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/day.ts';
import { type Decay, believe } from '#method/belief.ts';
import { Direction, type Evidence, Strength } from '#method/evidence.ts';

const today = '2026-06-01';
const decay: Decay = { halfLifeDays: 60, permanent: false };

function record(part: Partial<Evidence> = {}): Evidence {
  return {
    kind: 'evidence',
    id: 'e',
    check: 'c',
    statement: 'seen',
    direction: 'supports',
    strength: 'done',
    source: { kind: 'stakeholder', id: 'li' },
    observedOn: today,
    ...part,
  };
}
const daysAgo = (days: number) => addDays(today, -days);
const li = { kind: 'stakeholder', id: 'li' } as const;
const wang = { kind: 'stakeholder', id: 'wang' } as const;

describe('weights', () => {
  test.each([
    ['rumour', 0.2],
    ['said', 0.4],
    ['done', 0.7],
    ['written', 0.9],
  ] as const)('%s weighs %d on its day', (strength, weight) => {
    expect(believe([record({ strength })], decay, today).support).toBeCloseTo(weight, 12);
  });
  test('a record weighs half after its half-life', () => {
    expect(believe([record({ observedOn: daysAgo(60) })], decay, today).support).toBeCloseTo(0.35, 12);
  });
  test('a day in the future counts as today', () => {
    expect(believe([record({ observedOn: addDays(today, 30) })], decay, today).support).toBeCloseTo(0.7, 12);
  });
  test('further records of one source count at half, the strongest fully', () => {
    const evidence = [record({ strength: 'said', source: li }), record({ strength: 'done', source: li })];
    expect(believe(evidence, decay, today).support).toBeCloseTo(1 - 0.3 * 0.8, 12);
  });
  test('two sources are two witnesses', () => {
    const evidence = [record({ strength: 'said', source: li }), record({ strength: 'done', source: wang })];
    expect(believe(evidence, decay, today).support).toBeCloseTo(1 - 0.3 * 0.6, 12);
  });
  test('a check may weigh evidence otherwise; what it does not say is as usual', () => {
    const onPaper = { ...decay, weights: { rumour: 0, said: 0.1 } };
    const two = [record({ strength: 'said', source: li }), record({ strength: 'said', source: wang })];
    expect(believe(two, onPaper, today).support).toBeCloseTo(1 - 0.9 * 0.9, 12);
    expect(believe([record({ strength: 'said', observedOn: daysAgo(60) })], onPaper, today).support).toBeCloseTo(
      0.05,
      12,
    );
    expect(believe([record({ strength: 'written' })], onPaper, today).support).toBeCloseTo(0.9, 12);
    expect(believe([record({ strength: 'rumour' })], onPaper, today).support).toBe(0);
  });
  test('written evidence of a fact that cannot change does not decay; spoken does', () => {
    const old = { observedOn: daysAgo(600) };
    const permanent = { halfLifeDays: 60, permanent: true };
    expect(believe([record({ ...old, strength: 'written' })], permanent, today).support).toBeCloseTo(0.9, 12);
    expect(believe([record({ ...old, strength: 'said' })], permanent, today).support).toBeLessThan(0.001);
  });
});

describe('states', () => {
  const supports = (strength: Strength, source: Evidence['source'] = li, days = 0) =>
    record({ strength, source, observedOn: daysAgo(days) });
  const refutes = (strength: Strength, source: Evidence['source'] = wang, days = 0) =>
    record({ direction: 'refutes', strength, source, observedOn: daysAgo(days) });

  test.each<[string, Evidence[], string]>([
    ['nothing recorded', [], 'unknown'],
    ['one thing done', [supports('done')], 'met'],
    ['done, with a rumour against', [supports('done'), refutes('rumour')], 'met'],
    ['done, with a word against', [supports('done'), refutes('said')], 'contested'],
    ['a word for, a word against', [supports('said'), refutes('said')], 'contested'],
    ['done against', [refutes('done')], 'refuted'],
    ['done against, a rumour for', [refutes('done'), supports('rumour')], 'refuted'],
    ['a word for', [supports('said')], 'weak'],
    ['done long ago', [supports('done', li, 60)], 'stale'],
    ['a word against and nothing else: little, not nothing', [refutes('said')], 'weak'],
    ['a word against, a rumour for', [refutes('said'), supports('rumour')], 'weak'],
    ['met long ago and contested then', [supports('done', li, 60), refutes('said', wang, 60)], 'weak'],
    ['met long ago, refuted since', [supports('done', li, 300), refutes('done')], 'refuted'],
  ])('%s', (_, evidence, state) => {
    expect(believe(evidence, decay, today).state).toBe(state);
  });
});

describe('properties', () => {
  const anyRecord = fc
    .record({
      direction: fc.constantFrom(...Direction.options),
      strength: fc.constantFrom(...Strength.options),
      source: fc.record({
        kind: fc.constantFrom('stakeholder', 'channel', 'document', 'observation'),
        id: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
      }),
      age: fc.integer({ min: -10, max: 900 }),
    })
    .map(({ age, ...part }) => record({ ...(part as Partial<Evidence>), observedOn: daysAgo(age) }));
  const evidence = fc.array(anyRecord, { maxLength: 12 });
  const anyDecay = fc.record({ halfLifeDays: fc.integer({ min: 1, max: 720 }), permanent: fc.boolean() });
  const tiny = 1e-12;

  test('belief is bounded', () => {
    fc.assert(
      fc.property(evidence, anyDecay, (records, decay) => {
        const { support, refutation } = believe(records, decay, today);
        for (const value of [support, refutation]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
  test('one more record never lowers its side and leaves the other alone', () => {
    fc.assert(
      fc.property(evidence, anyRecord, anyDecay, (records, more, decay) => {
        const before = believe(records, decay, today);
        const after = believe([...records, more], decay, today);
        const [side, other] =
          more.direction === 'supports' ? (['support', 'refutation'] as const) : (['refutation', 'support'] as const);
        expect(after[side]).toBeGreaterThanOrEqual(before[side] - tiny);
        expect(after[other]).toBe(before[other]);
      }),
    );
  });
  test('the order of records does not matter, to the last bit', () => {
    const shuffled = evidence.chain((records) =>
      fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
    );
    fc.assert(
      fc.property(shuffled, anyDecay, ([records, mixed], decay) => {
        expect(believe(mixed, decay, today)).toEqual(believe(records, decay, today));
      }),
    );
  });
  test('time only weakens, and in the end reopens whatever was met and can change', () => {
    fc.assert(
      fc.property(evidence, fc.integer({ min: 0, max: 900 }), (records, days) => {
        const now = believe(records, decay, today);
        const then = believe(records, decay, addDays(today, days));
        expect(then.support).toBeLessThanOrEqual(now.support + tiny);
        expect(then.refutation).toBeLessThanOrEqual(now.refutation + tiny);
        expect(believe(records, decay, addDays(today, 3000)).state).not.toBe('met');
      }),
    );
  });
});
