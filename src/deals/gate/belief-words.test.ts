import { describe, expect, it } from 'vitest';
import { believe } from '#method/belief.ts';
import type { CheckJudgement } from '#method/check.ts';
import type { Evidence } from '#method/evidence.ts';
import { beliefWords } from '#deals/gate/belief-words.ts';
import { percentReached } from '#ui/percent.ts';
import { gateMessages } from '#deals/gate/gate.messages.ts';

const record = (id: string, some: Partial<Evidence>): Evidence => ({
  kind: 'evidence',
  id,
  check: 'c',
  statement: '…',
  direction: 'supports',
  strength: 'done',
  source: { kind: 'stakeholder', id },
  observedOn: '2026-11-22',
  ...some,
});
const said = (evidence: Evidence[], by: CheckJudgement['by'] = 'evidence') => {
  const belief = believe(evidence, { halfLifeDays: 60, permanent: false }, '2026-11-22');
  const judgement: CheckJudgement = {
    check: 'c',
    mandatory: true,
    met: false,
    state: belief.state,
    by,
    belief,
    acceptable: false,
  };
  return beliefWords(judgement, gateMessages.zh.belief);
};

describe('a belief in words', () => {
  it.each([
    [[], '还没有证据'],
    [[record('a', { strength: 'written' })], '支持力度 90%，已过六成'],
    [[record('a', { strength: 'said' })], '支持力度 40%，还不到六成'],
    [[record('a', { strength: 'said', direction: 'refutes' })], '反对力度 40%，支持不足'],
    [[record('a', {}), record('b', { direction: 'refutes' })], '支持 70%，反对 70%，两边各有说法'],
    [[record('a', { direction: 'refutes' })], '反对力度 70%'],
    [[record('a', { observedOn: '2026-09-23' })], '当时有 70%，时间一久只剩 35%'],
  ])('%#', (evidence, words) => {
    expect(said(evidence)).toBe(words);
  });

  it('says that the rule decided when there is no evidence beside it', () => {
    expect(said([], 'rule')).toBe('按已记录的情况判定');
  });

  it('never rounds up to the line', () => {
    expect([percentReached(0.599), percentReached(0.6), percentReached(0.58)]).toEqual([59, 60, 58]);
  });
});
