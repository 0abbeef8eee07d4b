import { describe, expect, it } from 'vitest';
import type { NextAct } from '#method/next-act.ts';
import { draftFrom, nearSources, sourcesFor, usualStrength } from '#deals/gate/evidence-draft.ts';

const act = {
  act: { zh: '', en: '' },
  who: { zh: '', en: '' },
  roles: ['decider'],
  person: { id: 'li', name: '李处' },
  by: '2026-12-01',
  dated: false,
} satisfies NextAct;
const wang = { id: 'wang', name: '王工', roles: ['evaluator'] as const };
const zhao = { name: '赵敏', roles: ['decider'] as const };
const li = { id: 'li', name: '李处', roles: ['decider'] as const };

describe('the second tap', () => {
  it('offers first the person who would be asked, then the role, then the rest, then other sources', () => {
    const sources = sourcesFor(act, [wang, zhao, li]);
    expect(sources.map(({ kind, name }) => name ?? kind)).toEqual([
      '李处',
      '赵敏',
      '王工',
      'observation',
      'channel',
      'document',
    ]);
  });

  it('names the five likeliest of many people, and the one chosen', () => {
    const many = Array.from({ length: 20 }, (_, at) => ({ id: `p${String(at)}`, name: `第${String(at)}位` }));
    const sources = sourcesFor(undefined, many);
    const ids = (chosen: number) => nearSources(sources, sources[chosen]!).map(({ id, kind }) => id ?? kind);
    expect(ids(0)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'observation', 'channel', 'document']);
    expect(ids(17)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p17', 'observation', 'channel', 'document']);
    const six = sourcesFor(undefined, many.slice(0, 6));
    expect(nearSources(six, six[0]!)).toEqual(six);
  });

  it('takes the words and the direction of the signal', () => {
    const signal = {
      id: 's',
      text: { zh: '要我们重新报价', en: 'asks us to quote again' },
      direction: 'refutes',
    } as const;
    expect(draftFrom('c', signal, { kind: 'observation' }, '2026-11-22', 'zh')).toEqual({
      check: 'c',
      signal: 's',
      direction: 'refutes',
      statement: '要我们重新报价',
      source: { kind: 'observation' },
      observedOn: '2026-11-22',
    });
  });

  it.each([
    ['stakeholder', true, 'done'],
    ['stakeholder', false, 'said'],
    ['observation', false, 'done'],
    ['channel', true, 'rumour'],
    ['document', true, 'written'],
  ] as const)('from a %s (signal: %s) it is usually %s', (kind, bySignal, strength) => {
    expect(usualStrength({ kind }, bySignal)).toBe(strength);
  });
});
