import { expect, test } from 'vitest';
import { parseLintRule } from '#method/lint/lint-text.ts';
import { ownRuleFaults, ownRuleFields, ownRuleName, ownRulePlace, withoutIdleNumbers } from '#lint/own-rule.ts';
import { ruleDraft } from '#lint/rule-draft.ts';
import { editText } from '#playbooks/studio/draft-text.ts';
import { valueAt } from '#playbooks/studio/place.ts';

const draft = ruleDraft(1);
const asked = (when: unknown) => editText(draft, [{ op: 'set', path: ['when'], value: when }]);

test('a new rule is whole, and each of its fields is in the form', () => {
  const { raw, faults } = ownRuleFaults(draft);
  expect(faults).toEqual([]);
  expect(ownRuleName(raw)?.zh).toBe('大单停留太久');
  const filled = ownRuleFields.filter(({ at }) => valueAt(raw, at.split('.')) !== undefined).map(({ at }) => at);
  expect(filled).toEqual(['name', 'severity', 'when', 'says', 'cure.act', 'cure.dueInDays']);
});

test('a fact of the lint is asked in the form; a number that no condition takes any more goes', () => {
  const changed = withoutIdleNumbers(asked({ fact: 'deal.closeSlips', atLeast: 3 }));
  expect(parseLintRule(changed)).toMatchObject({ rule: { when: { fact: 'deal.closeSlips', atLeast: 3 }, params: [] } });
  const kept = withoutIdleNumbers(asked({ fact: 'stage.days', atLeast: { param: 'days' } }));
  expect(parseLintRule(kept)).toMatchObject({ rule: { params: [{ id: 'days' }] } });
});

test('what is wrong is told with its place in words', () => {
  const { faults } = ownRuleFaults(
    asked({
      all: [
        { fact: 'stage.days', atLeast: 5 },
        { fact: 'deal.mood', is: 1 },
      ],
    }),
  );
  expect(faults.map(({ path, words }) => `${ownRulePlace(path).zh}：${words.zh}`)).toContain(
    '何时报出 › 条件 2：事实目录中没有“deal.mood”',
  );
  expect(faults.map(({ path, words }) => `${ownRulePlace(path).zh}：${words.zh}`)).toContain(
    '有名称的数字（params）：没有条件用到“days”这个数字，请删去或在条件里用它',
  );
  const broken = ownRuleFaults('name: [unclosed');
  expect(broken.raw).toBeUndefined();
  expect(broken.faults[0]).toMatchObject({ line: 1, weight: 'error' });
});
