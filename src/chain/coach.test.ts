import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { believedOf } from '#chain/believed-people.ts';
import type { ChainChange } from '#chain/chain-history.ts';
import { chainRisks } from '#chain/chain-risks.ts';
import { type CoachSign, coachScore, coachSignals, coachTests, insiderGrade, nextInsider } from '#chain/coach.ts';
import { markedByTurn, turnsOf } from '#chain/coach-turn.ts';
import { reliabilityOf, type Telling } from '#chain/reliability.ts';
import { id, mapWith, person } from '#chain/random-map.testing.server.ts';

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

const change = (seq: number, at: string, n: number, stance: number | null | undefined): ChainChange => ({
  seq,
  at,
  by: id(90),
  item: 'node',
  id: id(n),
  act: 'changed',
  fields: { stance: { after: stance } },
  evidenceId: null,
  reason: null,
});

describe('a coach who turned', () => {
  const seen = signals.slice(0, 4).map((signal, i) => sign(signal, i < 2 ? '2026-05-01' : '2026-05-09'));
  const became = [change(1, '2026-05-10T02:00:00Z', 1, 2), change(2, '2026-06-01T02:00:00Z', 1, -2)];

  test('is none, whatever was seen before; what is seen after counts anew once the stance is not against us', () => {
    const marked = markedByTurn([...seen, sign('saysInPublic', '2026-06-02')], turnsOf(became));
    expect(marked.map(({ beforeTurn }) => beforeTurn)).toEqual([true, true, true, true, undefined]);
    expect(coachScore(person(1, { stance: -2 }), marked)).toMatchObject({ verdict: 'turned', shown: false, score: 1 });
    expect(coachScore(person(1, { stance: 1 }), marked)).toMatchObject({ verdict: 'growing', shown: false, score: 1 });
    const anew = seen.map(({ on, ...one }) => ({ ...one, on: on === '2026-05-01' ? '2026-07-01' : '2026-07-09' }));
    const proven = markedByTurn([...seen, ...anew], turnsOf(became));
    expect(coachScore(person(1, { stance: 1 }), proven).verdict).toBe('shown');
  });

  test('has not turned by being unsure or neutral, nor by a slip that was taken back the same day', () => {
    const cooled = [change(1, '2026-05-10T02:00:00Z', 1, 2), change(2, '2026-06-01T02:00:00Z', 1, 0)];
    expect(turnsOf(cooled)).toEqual(new Map());
    expect(turnsOf([...became, change(3, '2026-06-01T03:00:00Z', 1, 2)])).toEqual(new Map());
    const again = [...became, change(3, '2026-06-05T03:00:00Z', 1, 1), change(4, '2026-07-01T03:00:00Z', 1, -1)];
    expect(turnsOf(again)).toEqual(new Map([[id(1), '2026-07-01']]));
    expect(turnsOf([...again, change(5, '2026-07-01T04:00:00Z', 1, undefined)])).toEqual(
      new Map([[id(1), '2026-06-01']]),
    );
  });

  test('turned as the deal has it: the account does not speak where the deal does', () => {
    const deal = [change(1, '2026-05-20T02:00:00Z', 1, 1)];
    expect(turnsOf(became, deal)).toEqual(new Map());
    expect(turnsOf(became, [...deal, change(2, '2026-06-10T02:00:00Z', 1, undefined)])).toEqual(
      new Map([[id(1), '2026-06-10']]),
    );
  });

  test('is a serious risk with an answer of its own, in place of an opponent whom nobody answers', () => {
    const map = mapWith([person(1, { stance: -2 }), person(2, { stance: -1 })]);
    const risks = chainRisks(map, new Set(), markedByTurn(seen, turnsOf(became)));
    expect(
      risks.filter(({ code }) => code === 'coachTurned').map(({ severity, people }) => [severity, people]),
    ).toEqual([['serious', [id(1)]]]);
    expect(risks.find(({ code }) => code === 'opponentUnanswered')?.people).toEqual([id(2)]);
    expect(risks.some(({ code }) => code === 'coachNotShown')).toBe(false);
  });

  test('is no coach for gates from the moment of the change on', () => {
    const added: ChainChange = { ...change(1, '2026-05-10T02:00:00Z', 1, 2), act: 'added' };
    const changes = [{ ...added, fields: { kind: { after: 'person' }, stance: { after: 2 } } }, became[1]!];
    const names = new Map([[id(1), { name: '甲' }]]);
    const coachAt = (until?: ChainChange['at']) =>
      believedOf([], changes, { names, signs: seen, until })?.people.map(({ coach, coachScore: n }) => [coach, n]);
    expect(coachAt('2026-05-20T00:00:00Z')).toEqual([[true, 4]]);
    expect(coachAt()).toEqual([[false, 0]]);
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
