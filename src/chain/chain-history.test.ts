import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '#shared/refusal.ts';
import { type ChainChange, intervalsOf, itemsAsOf, replay } from '#chain/chain-history.ts';
import { itemsOf, mapOf, namesOf } from '#chain/chain-items.ts';
import { chainRefusals } from '#chain/chain-refusals.ts';
import { type ChangeGround, type WantedChange, decideChange } from '#chain/decide-change.ts';
import { differenceOf, differenceWords } from '#chain/map-difference.ts';
import { mapProblems } from '#chain/map-problems.ts';
import { anyMap, edge, id, mapWith, person } from '#chain/random-map.testing.server.ts';

const names = new Map(Array.from({ length: 40 }, (_, n) => [id(n), { name: `某工${n}` }]));
const at = (minute: number) => new Date(Date.UTC(2026, 5, 1, 8, minute)).toISOString();
const ground = (minute: number, by = 1): ChangeGround => ({ at: at(minute), by: id(900 + by), reason: '拜访后' });
const addPerson = (n: number, fields = {}): WantedChange => ({
  act: 'add',
  item: 'node',
  id: id(n),
  fields: { kind: 'person', ...fields },
});
const set = (n: number, fields: Extract<WantedChange, { act: 'set' }>['fields']): WantedChange => ({
  act: 'set',
  item: 'node',
  id: id(n),
  fields,
});
const remove = (n: number): WantedChange => ({ act: 'remove', item: 'node', id: id(n) });
const draw = (n: number, kind: string, from: number, to: number): WantedChange => ({
  act: 'add',
  item: 'edge',
  id: id(10_000 + n),
  fields: { kind, from: id(from), to: id(to) },
});

function decide(
  changes: readonly ChainChange[],
  wanted: WantedChange[],
  basedOn?: number,
  by = ground(changes.length),
) {
  const standing = replay(changes);
  return decideChange({ standing, names }, wanted, basedOn ?? standing.version, by);
}
function after(changes: readonly ChainChange[], wanted: WantedChange[], basedOn?: number, by?: ChangeGround) {
  const rows = decide(changes, wanted, basedOn, by);
  if (isRefusal(rows)) throw new Error(JSON.stringify(rows));
  return [...changes, ...rows];
}
const mapAt = (changes: readonly ChainChange[], until?: string) => mapOf(replay(changes, until).items, names);

const first = after([], [addPerson(1, { stance: 0 }), addPerson(2), addPerson(3), draw(1, 'reportsTo', 1, 2)]);

describe('a change of the map', () => {
  test('is kept with before and after, by whom and why, without names', () => {
    const changed = after(first, [set(1, { stance: 1, contact: 2 })]);
    expect(changed.at(-1)).toEqual({
      seq: 5,
      at: at(4),
      by: id(901),
      item: 'node',
      id: id(1),
      act: 'changed',
      fields: { stance: { before: 0, after: 1 }, contact: { after: 2 } },
      evidenceId: null,
      reason: '拜访后',
    });
    expect(JSON.stringify(changed)).not.toContain('某工');
    expect(mapAt(changed).nodes[0]).toMatchObject({ name: '某工1', stance: 1, contact: 2 });
    expect(mapAt(changed, at(0)).nodes[0]).toMatchObject({ stance: 0 });
  });

  test('what is the same already adds nothing', () => {
    expect(decide(first, [set(1, { stance: 0 })])).toEqual([]);
  });

  test('a removed person takes the lines along', () => {
    const gone = after(first, [remove(2)]);
    expect(gone.slice(4).map(({ act, item }) => [act, item])).toEqual([
      ['removed', 'edge'],
      ['removed', 'node'],
    ]);
    expect(mapAt(gone).edges).toEqual([]);
  });

  test('a removed faction leaves its members without one', () => {
    const group = id(20_000);
    const held = after(first, [
      { act: 'add', item: 'faction', id: group, fields: { name: '甲派' } },
      set(3, { faction: group }),
    ]);
    const map = mapAt(after(held, [{ act: 'remove', item: 'faction', id: group }]));
    expect([map.factions, map.nodes[2]]).toEqual([[], { kind: 'person', id: id(3), name: '某工3' }]);
  });

  test('is refused with all that is wrong, and with no half of it kept', () => {
    const refusal = decide(first, [draw(2, 'reportsTo', 2, 1), draw(3, 'reportsTo', 1, 3)]);
    expect(refusal).toMatchObject({ code: 'chain.invalid' });
    const { data } = refusal as { data: Parameters<(typeof chainRefusals)['chain.invalid']['words']>[0] };
    expect(data.problems.map(({ code }) => code)).toEqual(['twoBosses', 'reportingCycle']);
    expect(chainRefusals['chain.invalid'].words(data).zh).toContain('绕成了一圈');
  });

  test.each([
    ['a value that is none', [set(1, { stance: 7 })], 'stance'],
    ['an attribute that is none', [set(1, { salary: 7 })], 'salary'],
    ['a name of a contact', [set(1, { name: '张三' })], 'name'],
    ['a line turned', [{ ...draw(1, 'knows', 1, 2), act: 'set' } as WantedChange], 'kind'],
    ['an id taken', [addPerson(1)], 'id'],
    ['nobody there', [set(30, { stance: 1 })], 'id'],
    ['a kind of node that is none', [{ ...addPerson(9), fields: { kind: 'ghost' } } as WantedChange], 'kind'],
  ])('%s is refused', (_, wanted, field) => {
    const refusal = decide(first, wanted) as { code: string; data: { faults: readonly { field: string }[] } };
    expect(refusal.code).toBe('chain.invalid');
    expect(refusal.data.faults.map((fault) => fault.field)).toContain(field);
  });

  test('a refused value is told in the language of the reader, with what it may be', () => {
    const refusal = decide(first, [{ ...addPerson(9), fields: { kind: 'ghost' } } as WantedChange]);
    const data = (refusal as { data: Parameters<(typeof chainRefusals)['chain.invalid']['words']>[0] }).data;
    const words = chainRefusals['chain.invalid'].words(data);
    expect(words.zh).toMatch(/^类型：.*vacant/);
    expect(JSON.stringify([words, data.faults])).not.toContain('u001f');
  });

  test('a belief is not turned without a ground, but may be recorded without', () => {
    const silent = { at: at(9), by: id(901) };
    expect(isRefusal(decide(first, [set(2, { stance: 1 })], undefined, silent))).toBe(false);
    const refusal = decide(first, [set(1, { stance: -1 })], undefined, silent);
    expect(refusal).toMatchObject({ code: 'chain.groundRequired', data: { fields: ['stance'] } });
    expect(chainRefusals['chain.groundRequired'].words({ fields: ['stance'] }).zh).toContain('立场');
    expect(isRefusal(decide(first, [set(1, { stance: -1 })], undefined, { ...silent, evidenceId: id(7) }))).toBe(false);
  });
});

describe('two people at once', () => {
  const mine = after(first, [set(1, { stance: 1 })], 4, ground(5, 1));

  test('different attributes: nothing is lost', () => {
    const both = after(mine, [set(1, { contact: 3 })], 4, ground(6, 2));
    expect(mapAt(both).nodes[0]).toMatchObject({ stance: 1, contact: 3 });
  });

  test('the same attribute: the later one is told what the other did', () => {
    const refusal = decide(mine, [set(1, { stance: -1, contact: 1 })], 4, ground(6, 2));
    expect(refusal).toMatchObject({
      code: 'chain.changedMeanwhile',
      data: { conflicts: [{ id: id(1), field: 'stance', theirs: 1, yours: -1, last: { seq: 5, by: id(901) } }] },
    });
    const { data } = refusal as { data: Parameters<(typeof chainRefusals)['chain.changedMeanwhile']['words']>[0] };
    expect(chainRefusals['chain.changedMeanwhile'].words(data).zh).toContain('立场');
  });

  test('the same value: both are right', () => {
    expect(decide(mine, [set(1, { stance: 1 })], 4)).toEqual([]);
  });

  test('removing what somebody has changed or tied meanwhile is told', () => {
    expect(decide(mine, [remove(1)], 4)).toMatchObject({ code: 'chain.changedMeanwhile' });
    const tied = after(first, [draw(5, 'knows', 2, 3)], 4);
    expect(decide(tied, [remove(3)], 4)).toMatchObject({ code: 'chain.changedMeanwhile' });
  });

  test('changing what somebody has removed meanwhile is told; removing it again is no quarrel', () => {
    const gone = after(first, [remove(3)], 4);
    const refusal = decide(gone, [set(3, { contact: 1 })], 4);
    expect(refusal).toMatchObject({ code: 'chain.changedMeanwhile', data: { conflicts: [{ id: id(3) }] } });
    expect(decide(gone, [remove(3)], 4)).toEqual([]);
  });

  test('any two changes of different attributes make the same map in either order', () => {
    const fields = ['stance', 'contact', 'weight', 'key', 'level'] as const;
    const values = { stance: 2, contact: 1, weight: 7, key: true, level: 'deciding' } as const;
    const part = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom(...fields)), { maxLength: 6 });
    fc.assert(
      fc.property(part, part, (one, two) => {
        const key = ([n, field]: (typeof one)[number]) => `${n} ${field}`;
        const taken = new Set(one.map(key));
        const wants = (rows: typeof one) => rows.map(([n, field]) => set(n, { [field]: values[field] }));
        const other = two.filter((row) => !taken.has(key(row)));
        const there = after(after(first, wants(one), 4), wants(other), 4);
        const back = after(after(first, wants(other), 4), wants(one), 4);
        expect(mapAt(there)).toEqual(mapAt(back));
        for (const [n, field] of [...one, ...other])
          expect(mapAt(there).nodes[n - 1]).toMatchObject({ [field]: values[field] });
      }),
    );
  });
});

/** Any history: each step whatever the decision lets through, a minute apart or at once. */
const anyHistory = fc
  .array(
    fc.tuple(
      fc.constantFrom('add', 'set', 'clear', 'remove', 'draw'),
      fc.nat(7),
      fc.nat(7),
      fc.constantFrom(-2, -1, 0, 1, 2, null),
      fc.nat(2),
    ),
    { maxLength: 40 },
  )
  .map((steps) => {
    let changes: readonly ChainChange[] = [];
    let minute = 0;
    for (const [i, [act, n, to, stance, wait]] of steps.entries()) {
      minute += wait;
      const wanted: WantedChange =
        act === 'add'
          ? addPerson(n, { stance })
          : act === 'set'
            ? set(n, { stance, weight: to + 1 })
            : act === 'clear'
              ? { act: 'set', item: 'node', id: id(n), fields: {}, clear: ['stance'] }
              : act === 'remove'
                ? remove(n)
                : draw(i, 'knows', n, to);
      const rows = decide(changes, [wanted], undefined, ground(minute));
      if (!isRefusal(rows)) changes = [...changes, ...rows];
    }
    return changes;
  });

const content = (items: ReturnType<typeof itemsAsOf>) =>
  [...items].sort(([a], [b]) => a.localeCompare(b)).map(([, item]) => item);

describe('the past', () => {
  test('intervals say at every moment what the replay says', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(90), (changes, minute) => {
        const intervals = intervalsOf(changes);
        for (const moment of [at(minute), ...changes.map((change) => change.at)])
          expect(content(itemsAsOf(intervals, moment))).toEqual(content(replay(changes, moment).items));
      }),
    );
  });

  test('every map on the way is whole, versions count up, and each change says what was before', () => {
    fc.assert(
      fc.property(anyHistory, (changes) => {
        changes.forEach(({ seq, id: item, fields }, i) => {
          expect(seq).toBe(i + 1);
          const before = replay(changes.slice(0, i)).items.get(item)?.fields ?? {};
          for (const [field, change] of Object.entries(fields)) expect(change.before).toEqual(before[field]);
        });
        expect(mapProblems(mapAt(changes))).toEqual([]);
      }),
    );
  });

  test('a map is its items', () => {
    fc.assert(
      fc.property(anyMap(10), (map) => {
        const back = mapOf(itemsOf(map), namesOf(map));
        expect(JSON.parse(JSON.stringify(back))).toEqual(JSON.parse(JSON.stringify(map)));
      }),
    );
  });
});

describe('what changed between two maps', () => {
  test('reads as sentences', () => {
    const before = mapWith([person(1, { stance: -2, roles: ['user'] }), person(2)], [edge(1, 'reportsTo', 1, 2)]);
    const now = mapWith([person(1, { stance: 1, roles: ['user', 'decider'], trust: { care: 2 } }), person(3)]);
    expect(differenceWords(before, now, 'neutral').map(({ zh }) => zh)).toEqual([
      '某工1：立场 反对者 → 支持者',
      '某工1：采购角色 使用者 → 使用者、决策者',
      '某工1：信任 未填写 → 关怀：中',
      '新增：某工3',
      '移除：某工2',
      '移除：某工1 汇报给 某工2',
    ]);
    expect(differenceWords(before, now)[0]).toEqual({
      zh: '某工1：立场 敌人 → 支持者',
      en: '某工1: stance enemy → supporter',
    });
  });

  test('is empty exactly between equal maps, and turned round it is the same the other way', () => {
    fc.assert(
      fc.property(anyMap(6), anyMap(6), (a, b) => {
        expect(differenceOf(a, a)).toEqual([]);
        const there = differenceOf(a, b);
        const back = differenceOf(b, a);
        const ids = (rows: typeof there, act: string) => rows.filter((row) => row.act === act).map((row) => row.id);
        expect(new Set(ids(there, 'added'))).toEqual(new Set(ids(back, 'removed')));
        expect(new Set(ids(there, 'changed'))).toEqual(new Set(ids(back, 'changed')));
      }),
    );
  });
});
