import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EvidenceRecord, type MethodRef, evidenceByCheck } from '#method/evidence.ts';
import { type FormerMethod, isSame, movedOn, readEvidence } from '#method/former-method.ts';

/** Four methods: two versions of one playbook, and two others; the checks of each. */
const methods: (MethodRef & { checks: string[] })[] = [
  { playbookId: 'a', version: 1, checks: ['x', 'y', 'z'] },
  { playbookId: 'a', version: 2, checks: ['x', 'y2'] },
  { playbookId: 'b', version: 1, checks: ['x', 'p', 'q'] },
  { playbookId: 'c', version: 1, checks: ['z', 'q', 'r'] },
];
const refOf = ({ playbookId, version }: MethodRef): MethodRef => ({ playbookId, version });

type State = { at: number; former: FormerMethod[]; records: EvidenceRecord[] };
const start: State = { at: 0, former: [], records: [] };
const readOf = ({ at, former, records }: State) => readEvidence(records, { now: refOf(methods[at]!), former });

function move(state: State, to: number, checks: { [check: string]: string | null }): State {
  const [before, after] = [methods[state.at]!, methods[to]!];
  const former = movedOn(
    state.former,
    {
      from: refOf(before),
      to: refOf(after),
      mapping: { stages: {}, checks, buyerStages: {} },
      has: (check) => after.checks.includes(check),
    },
    (method) => method,
  );
  return { ...state, at: to, former };
}

function say(state: State, check: number): State {
  const method = methods[state.at]!;
  const record: EvidenceRecord = {
    kind: 'evidence',
    id: String(state.records.length),
    check: method.checks[check % method.checks.length]!,
    signal: 's',
    statement: '说过',
    direction: 'supports',
    strength: 'said',
    source: { kind: 'observation' },
    observedOn: '2026-06-01',
    // The first method's evidence may be from before homes were kept.
    ...(state.at > 0 && { under: refOf(method) }),
  };
  return { ...state, records: [...state.records, record] };
}

const step = fc.oneof(
  fc.record({ say: fc.nat(2) }),
  fc.record({ go: fc.nat(3), pairs: fc.array(fc.option(fc.nat(2)), { minLength: 3, maxLength: 3 }) }),
);
const journey = fc.array(step, { maxLength: 14 });

function mappingOf(from: number, to: number, pairs: readonly (number | null)[]) {
  const after = methods[to]!.checks;
  return Object.fromEntries(
    methods[from]!.checks.map((check, i) => [check, pairs[i] === null ? null : after[pairs[i]! % after.length]!]),
  );
}

/** Every state on the way. */
function travel(steps: (typeof step extends fc.Arbitrary<infer T> ? T : never)[]): State[] {
  const states = [start];
  for (const one of steps) {
    const state = states.at(-1)!;
    if ('say' in one) states.push(say(state, one.say));
    else if (one.go !== state.at) states.push(move(state, one.go, mappingOf(state.at, one.go, one.pairs)));
  }
  return states;
}

describe('whatever methods a deal goes through, by whatever mappings', () => {
  test('no evidence is lost, and each is on a check of the present method or aside', () => {
    fc.assert(
      fc.property(journey, (steps) => {
        for (const state of travel(steps)) {
          const read = readOf(state);
          expect(read.map(({ id }) => id)).toEqual(state.records.map(({ id }) => id));
          for (const record of read) {
            if (record.kind !== 'evidence') continue;
            expect(record.aside ?? methods[state.at]!.checks.includes(record.check)).toBe(true);
          }
        }
      }),
    );
  });

  test('under the method that it was recorded under, evidence reads as it was recorded', () => {
    fc.assert(
      fc.property(journey, (steps) => {
        for (const state of travel(steps)) {
          const own = state.records.filter(
            (record) =>
              record.kind === 'evidence' && isSame(record.under ?? refOf(methods[0]!), refOf(methods[state.at]!)),
          );
          const read = new Map(readOf(state).map((record) => [record.id, record]));
          for (const record of own) expect(read.get(record.id)).toEqual(record);
        }
      }),
    );
  });

  test('there and back is the same, whatever was lost on the way there', () => {
    fc.assert(
      fc.property(journey, fc.nat(3), fc.infiniteStream(fc.option(fc.nat(2))), (steps, to, choices) => {
        const state = travel(steps).at(-1)!;
        if (to === state.at) return;
        const three = () => Array.from({ length: 3 }, () => choices.next().value ?? null);
        const there = move(state, to, mappingOf(state.at, to, three()));
        const back = move(there, state.at, mappingOf(to, state.at, three()));
        const recordedHere = (record: EvidenceRecord) =>
          record.kind === 'evidence' && isSame(record.under ?? refOf(methods[0]!), refOf(methods[state.at]!));
        expect(readOf(back).filter(recordedHere)).toEqual(readOf(state).filter(recordedHere));
      }),
    );
  });

  test('what is read is read again to the same', () => {
    fc.assert(
      fc.property(journey, (steps) => {
        const state = travel(steps).at(-1)!;
        expect(readOf({ ...state, records: readOf(state) })).toEqual(readOf(state));
      }),
    );
  });

  test('by the mapping of equals nothing changes', () => {
    fc.assert(
      fc.property(journey, (steps) => {
        const state = travel(steps).at(-1)!;
        const same = Object.fromEntries(methods[state.at]!.checks.map((check) => [check, check]));
        const next = { ...methods[state.at]!, version: 9 };
        const former = movedOn(
          state.former,
          {
            from: refOf(methods[state.at]!),
            to: refOf(next),
            mapping: { stages: {}, checks: same, buyerStages: {} },
            has: (check) => next.checks.includes(check),
          },
          (method) => method,
        );
        const read = readEvidence(state.records, { now: refOf(next), former });
        const before = byCheck(readOf(state));
        // A newer version of the playbook may find again what was aside; nothing else moves.
        for (const [check, count] of before)
          expect(byCheck(read).find(([id]) => id === check)?.[1]).toBeGreaterThanOrEqual(count);
      }),
    );
  });
});

test('what had no place in the next version comes back where a later one has its check again', () => {
  const said = say(start, 2);
  const without = move(said, 1, { x: 'x', y: 'y2', z: null });
  expect(readOf(without)).toMatchObject([{ check: 'z', aside: true, recordedFor: { check: 'z', signal: 's' } }]);
  const third = { playbookId: 'a', version: 3 };
  const former = movedOn(
    without.former,
    {
      from: refOf(methods[1]!),
      to: third,
      mapping: { stages: {}, checks: { x: 'x', y2: 'y' }, buyerStages: {} },
      has: (check) => ['x', 'y', 'z'].includes(check),
    },
    (method) => method,
  );
  expect(readEvidence(said.records, { now: third, former })).toEqual(said.records);
});

test('a retraction holds across methods, also of what is aside', () => {
  const said = say(say(start, 2), 0);
  const moved = move(said, 2, { x: 'p', y: null, z: null });
  const records: EvidenceRecord[] = [...said.records, { kind: 'retraction', id: 'r', retracts: '1', reason: '听错了' }];
  expect([...evidenceByCheck(readOf({ ...moved, records }))]).toEqual([]);
  expect([...evidenceByCheck(readOf(moved)).keys()]).toEqual(['p']);
});

function byCheck(records: EvidenceRecord[]) {
  return [...evidenceByCheck(records)].map(([check, all]) => [check, all.length] as const);
}
