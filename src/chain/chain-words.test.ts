import { describe, expect, test } from 'vitest';
import { communicationStyles } from '#method/scales.ts';
import { StakeholderFields } from '#chain/chain-map.ts';
import { stances, stanceWords } from '#chain/chain-scales.ts';
import { fieldName, fieldNames, valueWords } from '#chain/item-words.ts';
import { styleTips } from '#chain/style-tips.ts';

const reader = { called: (id: string) => `<${id}>` };

test('the neutral wording calls nobody an enemy', () => {
  expect(stances.map((stance) => stanceWords(stance, 'neutral').zh)).toEqual([
    '反对者',
    '有保留',
    '中立',
    '支持者',
    '教练',
  ]);
  expect(stances.map((stance) => stanceWords(stance).zh)).toEqual(['敌人', '不支持', '中立', '支持者', '教练']);
});

describe('attributes in words', () => {
  test('every attribute of a person has a name', () => {
    for (const field of Object.keys(StakeholderFields.shape)) expect(Object.keys(fieldNames)).toContain(field);
    expect(fieldName('unheard').zh).toBe('unheard');
  });

  test.each([
    ['stance', undefined, '未填写'],
    ['stance', null, '不清楚'],
    ['contact', 3, '深交'],
    ['roles', ['decider', 'user'], '决策者、使用者'],
    ['roles', [], '无'],
    ['key', true, '是'],
    ['key', false, '否'],
    ['level', 'managing', '管理层'],
    ['weight', 7, '7'],
    ['faction', 'none', '无派系'],
    ['faction', 'f', '<f>'],
    ['sign', -1, '激起反对（反向）'],
    ['strength', 2, '中'],
    ['interests', ['能耗', '交期'], '能耗、交期'],
    ['trust', { competence: 3, care: 0 }, '能力：强、关怀：无'],
    ['resonance', [{ kind: 'school', note: '同校' }], '同学（同校）'],
    ['ties', [{ kind: 'rival', name: '某某公司' }], '竞争对手（某某公司）'],
    ['kind', 'reportsTo', '汇报给'],
    ['personalWin', '评上总工', '评上总工'],
  ])('%s %j reads %s', (field, value, words) => {
    expect(valueWords(field, value, reader).zh).toBe(words);
  });
});

test('every style has its tips, in both languages', () => {
  expect(Object.keys(styleTips).sort()).toEqual(Object.keys(communicationStyles).sort());
  for (const { looks, dos, donts, opening } of Object.values(styleTips)) {
    expect(dos.length).toBeGreaterThanOrEqual(2);
    expect(donts.length).toBeGreaterThanOrEqual(2);
    for (const { zh, en } of [looks, opening, ...dos, ...donts]) {
      expect(zh).not.toMatch(/[A-Za-z]/);
      expect(en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  }
});
