import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CoachSign, coachScore, coachSignals, coachTests, insiderGrade, nextInsider } from '#chain/coach.ts';
import { reliabilityOf, type Telling } from '#chain/reliability.ts';
import { id, person } from '#chain/random-map.testing.server.ts';

const signals = Object.keys(coachSignals) as CoachSign['signal'][];
const sign = (signal: CoachSign['signal'], on: string, n = 1, occasion?: string): CoachSign => ({
  personId: id(n),
  signal,
  on,
  occasion,
  evidenceId: id(7),
});

describe('the coach test', () => {
  const four = signals.slice(0, 4);

  test('four signals over two occasions show a coach; over one they do not', () => {
    const once = four.map((signal) => sign(signal, '2026-05-01'));
    expect(coachScore(person(1), once)).toMatchObject({ score: 4, occasions: 1, shown: false, verdict: 'growing' });
    const twice = [...once.slice(1), sign(four[0]!, '2026-05-09')];
    expect(coachScore(person(1), twice)).toMatchObject({ score: 4, occasions: 2, shown: true, verdict: 'shown' });
    const visits = once.map((one, i) => ({ ...one, occasion: i < 2 ? '上午技术交流' : '下午参观' }));
    expect(coachScore(person(1), visits).shown).toBe(true);
  });

  test('three signals over many occasions do not; the same one again counts once', () => {
    const three = ['01', '02', '03', '04'].flatMap((day) => four.slice(0, 3).map((one) => sign(one, `2026-05-${day}`)));
    expect(coachScore(person(1), three)).toMatchObject({ score: 3, occasions: 4, shown: false });
  });

  test('called a guide is claimed until it is shown, and each signal not yet seen has its test', () => {
    expect(coachScore(person(1, { coachClaimed: true }), []).verdict).toBe('claimed');
    const score = coachScore(person(1, { stance: 2 }), [
      sign('offHours', '2026-05-01'),
      sign('saysInPublic', '2026-05-01', 2),
    ]);
    expect(score).toMatchObject({ verdict: 'claimed', score: 1 });
    expect(score.signals.map(({ evidence, test: what }) => [evidence.length, what?.zh])).toEqual(
      signals.map((signal, i) => (i === 0 ? [1, undefined] : [0, coachTests[signal].zh])),
    );
    expect(coachScore(person(1), []).verdict).toBe('none');
  });

  test('more signs never make less of a coach, in whatever order they came', () => {
    const signs = fc.array(
      fc
        .tuple(fc.constantFrom(...signals), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 2 }))
        .map(([signal, day, n]) => sign(signal, `2026-05-0${day}`, n)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(signs, signs, (some, more) => {
        const [less, all] = [coachScore(person(1), some), coachScore(person(1), [...more, ...some])];
        expect(all.score).toBeGreaterThanOrEqual(less.score);
        expect(all.shown || !less.shown).toBe(true);
        expect(coachScore(person(1), some.toReversed())).toEqual(less);
        expect(less.score).toBeLessThanOrEqual(8);
      }),
    );
  });
});

test('the ladder of insiders goes by level', () => {
  expect((['operating', 'managing', 'deciding', null] as const).map((level) => insiderGrade({ level }))).toEqual([
    'low',
    'mid',
    'high',
    undefined,
  ]);
  expect([nextInsider([]), nextInsider(['low', 'high']), nextInsider(['high', 'mid', 'low'])]).toEqual([
    'low',
    'mid',
    undefined,
  ]);
});

const telling = (n: number, outcome: Telling['outcome'], settledOn?: string, on = '2026-04-01'): Telling => ({
  id: id(n),
  personId: id(1),
  on,
  statement: '本月上会',
  outcome,
  settledOn,
});

describe('what a coach told', () => {
  test('is counted as known on the day', () => {
    const told = [
      telling(1, 'proven', '2026-05-01'),
      telling(2, 'proven', '2026-07-01'),
      telling(3, 'refuted'),
      telling(4, 'open'),
      telling(5, 'proven', undefined, '2026-08-01'),
    ];
    expect(reliabilityOf(id(1), told, '2026-06-01')).toMatchObject({ proven: 1, refuted: 1, open: 2, share: 0.5 });
    expect(reliabilityOf(id(1), told, '2026-06-01').words.zh).toContain('2 件已验证，1 件属实');
    expect(reliabilityOf(id(1), told, '2026-06-01').words.zh).toContain('另有 2 件待验证');
    expect(reliabilityOf(id(1), told.slice(0, 3), '2026-08-01').words.zh).not.toContain('待验证');
    expect(reliabilityOf(id(2), told, '2026-06-01')).toMatchObject({ share: null, low: null, open: 0 });
  });

  test('the interval holds the share, within 0 and 1, and narrows as more is settled', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (proven, refuted) => {
        fc.pre(proven + refuted > 0);
        const of = (times: number) => [
          ...Array.from({ length: proven * times }, (_, i) => telling(i, 'proven')),
          ...Array.from({ length: refuted * times }, (_, i) => telling(i, 'refuted')),
        ];
        const { share, low, high } = reliabilityOf(id(1), of(1), '2026-06-01');
        const more = reliabilityOf(id(1), of(4), '2026-06-01');
        expect(low!).toBeGreaterThanOrEqual(0);
        expect(high!).toBeLessThanOrEqual(1);
        expect(share!).toBeGreaterThanOrEqual(low! - 1e-12);
        expect(share!).toBeLessThanOrEqual(high! + 1e-12);
        expect(more.high! - more.low!).toBeLessThan(high! - low!);
      }),
    );
  });
});
