import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '#shared/refusal.ts';
import { builtInMappings } from '#method/built-in-mappings.ts';
import { defaultMapping, unknownChoices, withChoices } from '#method/playbook-mapping.ts';
import type { Playbook } from '#method/playbook.ts';
import { parsePlaybook } from '#method/playbook-text.ts';

function shipped(id: string): Playbook {
  const parsed = parsePlaybook(readFileSync(new URL(`../../playbooks/${id}.yaml`, import.meta.url), 'utf8'));
  if (isRefusal(parsed)) throw new Error(`${id} is valid`);
  return parsed;
}
const sixStep = shipped('six-step');
const industrial = shipped('industrial');
const renamed = (playbook: Playbook, id: string): Playbook => ({ ...playbook, id });

describe('between versions', () => {
  test('of equal content everything stays where it is', () => {
    const mapping = defaultMapping(sixStep, { ...sixStep, version: 2 });
    for (const pairs of Object.values(mapping))
      expect(Object.entries(pairs).filter(([from, to]) => from !== to)).toEqual([]);
  });

  test('a stage that is gone leads to the nearest earlier one that is left, the first to the first', () => {
    const without = (...gone: string[]) => ({
      ...sixStep,
      version: 2,
      stages: sixStep.stages.filter(({ id }) => !gone.includes(id)),
    });
    expect(defaultMapping(sixStep, without('trust', 'needs')).stages).toMatchObject({
      analyse: 'analyse',
      trust: 'analyse',
      needs: 'analyse',
      value: 'value',
    });
    expect(defaultMapping(sixStep, without('analyse')).stages).toMatchObject({ analyse: 'trust', trust: 'trust' });
  });

  test('a check that only got another id is found by its words, and by its rule', () => {
    const stages = sixStep.stages.map((stage) => ({
      ...stage,
      checks: stage.checks.map((check) => {
        if (check.id === 'can-win') return { ...check, id: 'winnable' };
        if (check.id === 'guide-found') return { ...check, id: 'guide', text: { zh: '有引路人', en: 'A guide' } };
        return check;
      }),
    }));
    expect(defaultMapping(sixStep, { ...sixStep, version: 2, stages }).checks).toMatchObject({
      'can-win': 'winnable',
      'guide-found': 'guide',
      'worth-it': 'worth-it',
    });
  });

  test('a check that is gone without a counterpart keeps its evidence aside', () => {
    const [first, ...others] = sixStep.stages as [Playbook['stages'][0], ...Playbook['stages']];
    const stages = [{ ...first, checks: first.checks.filter(({ id }) => id !== 'can-win') }, ...others];
    expect(defaultMapping(sixStep, { ...sixStep, version: 2, stages }).checks).toMatchObject({ 'can-win': null });
  });
});

describe('between methods', () => {
  test.each(builtInMappings.map((mapping) => [mapping.from, mapping.to, mapping.pairs] as const))(
    'what is known of %s → %s names what there is, and covers every stage and buyer’s step',
    (from, to, pairs) => {
      const [before, after] = [shipped(from), shipped(to)];
      expect(unknownChoices(pairs, before, after)).toEqual([]);
      const mapping = defaultMapping(before, after);
      expect(mapping.stages).toEqual(pairs.stages);
      expect(mapping.buyerStages).toEqual(pairs.buyerStages);
      expect(mapping.checks).toMatchObject(pairs.checks);
    },
  );

  test('six-step and industrial lie side by side', () => {
    const { stages, checks } = defaultMapping(sixStep, industrial);
    expect(stages).toMatchObject({ analyse: 'develop', needs: 'propose', collect: 'deliver' });
    expect(checks).toMatchObject({ 'guide-found': 'insider-found', 'all-paid': 'project-closed', 'can-win': null });
  });

  test('of two that nothing is known of, ids, rules and words decide, and no stage overtakes the next', () => {
    const { stages, checks, buyerStages } = defaultMapping(renamed(sixStep, 'ours'), renamed(industrial, 'theirs'));
    expect(checks).toMatchObject({ 'budget-known': 'budget-known', 'price-approved': 'cost-and-margin' });
    const order = industrial.stages.map(({ id }) => id);
    const places = sixStep.stages.map(({ id }) => order.indexOf(stages[id]!));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBe(0);
    expect(buyerStages).toMatchObject({ discover: 'approve', evaluate: 'tender', use: 'install' });
  });
});

test('what a person chose goes over the default; what names nothing is told', () => {
  const choices = { checks: { 'can-win': 'evaluated-and-graded', 'budget-known': null }, stages: { value: 'propose' } };
  const mapping = withChoices(defaultMapping(sixStep, industrial), choices);
  expect(mapping.checks).toMatchObject(choices.checks);
  expect(mapping.stages).toMatchObject({ value: 'propose', needs: 'propose' });
  expect(unknownChoices(choices, sixStep, industrial)).toEqual([]);
  const wrong = {
    stages: { nowhere: 'bid', value: 'nowhere' },
    checks: { 'can-win': 'can-win' },
    buyerStages: { use: 'x' },
  };
  expect(unknownChoices(wrong, sixStep, industrial)).toEqual([
    'stages.nowhere',
    'stages.value',
    'checks.can-win',
    'buyerStages.use',
  ]);
});
