import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strengths } from '#method/evidence.ts';
import { langs } from '#shared/messages.ts';
import { accountFacts } from '#information/account-catalogue.ts';
import { completenessOf, kindWeights, projectCompleteness, type Known } from '#information/completeness.ts';
import { accountKinds, type AccountField } from '#information/information-fact.ts';
import type { PersonKnown } from '#information/information.ts';
import { informationLists } from '#information/information-row.ts';
import { valueFault } from '#information/information-value.ts';
import { valueWords } from '#information/information-words.ts';
import { emptySeats, missingOf, peopleOf } from '#information/people-known.ts';
import { functionOfPost, levelOfPost } from '#information/post-words.ts';
import { projectFacts } from '#information/project-catalogue.ts';
import { whoCouldTell } from '#information/who-could-tell.ts';

const nothing: Known = { facts: new Map(), rows: {}, kept: new Set() };
const all: Known = {
  facts: new Map([...accountFacts, ...projectFacts].map(({ id }) => [id, 'said'])),
  rows: { installed: 1, approval: 2, contenders: 1 },
  kept: new Set([...accountFacts, ...projectFacts].flatMap(({ keptIn }) => keptIn ?? [])),
};
const person = (some: Partial<PersonKnown>): PersonKnown => ({
  id: 'a',
  name: '仲工',
  title: null,
  department: null,
  function: null,
  level: null,
  roles: [],
  reachable: false,
  styleKnown: false,
  ...some,
});
const whole = { title: '经理', department: '部', reachable: true, roles: ['user'], styleKnown: true };
const everybody = [
  person({ ...whole, function: 'use', level: 'deciding' }),
  person({ ...whole, function: 'technical' }),
  person({ ...whole, function: 'purchasing' }),
  person({ ...whole, function: 'finance' }),
];

const of = (some: Partial<Known>) => completenessOf({ ...nothing, ...some }, []);

describe('completeness', () => {
  test('is nothing where nothing is known, and a hundred where all is', () => {
    expect(completenessOf(nothing, [])).toEqual({
      current: 0,
      organisation: 0,
      people: 0,
      competition: 0,
      finance: 0,
      overall: 0,
    });
    expect(new Set(Object.values(completenessOf(all, everybody)))).toEqual(new Set([100]));
    expect(projectCompleteness(all)).toBe(100);
    expect(Object.values(kindWeights).reduce((sum, weight) => sum + weight, 0)).toBe(100);
  });

  test('a rumour counts half; a table counts by its rows, as far as they are enough', () => {
    expect(of({ facts: new Map([['finance.terms', 'said']]) }).finance).toBe(28);
    expect(of({ facts: new Map([['finance.terms', 'rumour']]) }).finance).toBe(14);
    expect(of({ rows: { approval: 1 } }).organisation).toBe(12);
    expect(of({ rows: { approval: 2 } }).organisation).toBe(25);
    expect(of({ rows: { approval: 9 } }).organisation).toBe(25);
  });

  test('never falls when something more is known, and stays within bounds', () => {
    const ids = accountFacts.map(({ id }) => id);
    const known = fc.record({
      facts: fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...strengths))).map((pairs) => new Map(pairs)),
      rows: fc.record({ installed: fc.nat(3), approval: fc.nat(3) }),
      kept: fc.subarray(['scale', 'ownership', 'address', 'site'] as AccountField[]).map((some) => new Set(some)),
    });
    fc.assert(
      fc.property(known, fc.constantFrom(...ids), (some, id) => {
        const before = completenessOf(some, []);
        const after = completenessOf({ ...some, facts: new Map([...some.facts, [id, 'written' as const]]) }, []);
        for (const kind of [...accountKinds, 'overall'] as const) {
          expect(after[kind]).toBeGreaterThanOrEqual(before[kind]);
          expect(after[kind]).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});

describe('people', () => {
  test('a contact and what deals say of her are one; who is known by name only comes last', () => {
    const contact = { id: 'c', name: '田工', title: '财务经理', department: '财务部', reachable: true };
    const people = peopleOf(
      [contact],
      [
        { id: 'c', name: '田工', roles: ['evaluator'] },
        { name: '田工', style: 'owl' },
        { name: '柳工', roles: ['user'] },
      ],
    );
    expect(people).toEqual([
      { ...contact, function: 'finance', level: 'managing', roles: ['evaluator'], styleKnown: true },
      person({ id: null, name: '柳工', roles: ['user'] }),
    ]);
    expect(missingOf(people[0]!)).toEqual([]);
    expect(missingOf(people[1]!)).toEqual(['title', 'department', 'reachable', 'styleKnown']);
    expect(emptySeats(people)).toEqual(['use', 'technical', 'purchasing', 'deciding']);
  });

  test.each([
    ['财务处', '处长', 'finance', 'managing'],
    ['招采办', '副主任', 'purchasing', 'managing'],
    ['设备部', '电气主任工程师', 'technical', 'managing'],
    ['院领导', '总会计师', 'finance', 'deciding'],
    ['生产部', '副总经理', 'use', 'deciding'],
    ['检修部', '点检员', 'service', 'operating'],
    ['Finance', 'CFO', 'finance', 'deciding'],
    ['厂办', null, undefined, undefined],
  ])('%s %s is of %s, %s', (department, title, part, level) => {
    expect([functionOfPost({ department, title }), levelOfPost({ title })]).toEqual([part, level]);
  });
});

const known = (name: string, part: string, leaning = 0, level: string | null = null) => ({
  id: name,
  name,
  title: null,
  function: part,
  level,
  leaning,
});

const names = (...people: ReturnType<typeof known>[]) =>
  whoCouldTell({ functions: ['finance', 'purchasing'], level: 'managing' }, people).map(({ name }) => name);

describe('who could tell', () => {
  test('those whose function knows, supporters first, then the function, then the level; three at most', () => {
    expect(names(known('a', 'technical'))).toEqual([]);
    expect(names(known('a', 'purchasing'), known('b', 'finance'), known('c', 'purchasing', 2))).toEqual([
      'c',
      'b',
      'a',
    ]);
    expect(names(known('a', 'finance'), known('b', 'finance', 0, 'managing'))).toEqual(['b', 'a']);
    expect(names(...['a', 'b', 'c', 'd'].map((name) => known(name, 'finance')))).toHaveLength(3);
  });

  test('who is against us only where there is nobody else', () => {
    expect(names(known('a', 'finance', -2), known('b', 'purchasing'))).toEqual(['b']);
    expect(names(known('a', 'finance', -2))).toEqual(['a']);
  });
});

const facts = [...accountFacts, ...projectFacts];
const typeOf = (id: string) => facts.find((fact) => fact.id === id)!.type;

describe('the catalogue', () => {
  test('names each item once, in both languages, with a question and whom to ask', () => {
    const ids = [...facts.map(({ id }) => id), ...Object.keys(informationLists)];
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, kind, name, question, ask, weight } of facts) {
      expect(id).toMatch(new RegExp(`^${kind}\\.`));
      for (const lang of langs) expect(`${name[lang]} ${question[lang]}`, id).toMatch(/\S \S/);
      expect(ask.functions.length, id).toBeGreaterThan(0);
      expect(weight, id).toBeGreaterThan(0);
    }
  });

  test('a value is of its type, and can be said', () => {
    const right = [
      ['current.business', '电解铝', '电解铝'],
      ['current.headcount', 1860, '1,860'],
      ['finance.budget', { amount: 300_000_00, currency: 'CNY' }, '¥30万'],
      ['finance.funds', 'own', '自有资金'],
      ['finance.prepays', true, '是'],
      ['project.firstBatchOn', '2026-09-01', '2026-09-01'],
    ] as const;
    for (const [id, value, words] of right) {
      expect(valueFault(typeOf(id), value), id).toBeNull();
      expect(valueWords(typeOf(id), value, 'zh')).toBe(words);
    }
    for (const [id, value] of [
      ['current.headcount', -1],
      ['project.firstBatchOn', '九月'],
      ['finance.funds', 'toString'],
    ] as const)
      expect(valueFault(typeOf(id), value), id).not.toBeNull();
  });
});
