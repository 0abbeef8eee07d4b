import { describe, expect, test } from 'vitest';
import { compilePlaybook } from '#method/compiled-playbook.ts';
import { builtInPlaybooks } from '#playbooks/playbook-store.server.ts';
import { dealEventWords } from '#deals/deal-events.ts';
import { namesMentioned } from '#deals/deal-names.ts';
import type { ToldEvent } from '#platform/events/event-words.ts';

const industrial = compilePlaybook(
  (await builtInPlaybooks()).find(({ playbook }) => playbook.id === 'industrial')!.playbook,
);
const facts = (values: object, lists: object = {}) => ({ facts: { values, lists } });

function tell(type: string, data: ToldEvent['data'], lang: 'zh' | 'en' = 'zh') {
  return dealEventWords[type]!({ type, subject: { kind: 'deal', id: 'd' }, actorName: null, data }, lang);
}

describe('the story of a deal', () => {
  test('a change says from what to what, and leaves out what follows by rule', () => {
    const data = {
      currency: 'CNY',
      before: { amount: 300_000_000, closeOn: '2026-09-30', class: 'lead', tags: [], origin: null },
      after: { amount: 500_000_000, closeOn: '2026-12-31', class: 'project', tags: ['重点'], origin: 'tender' },
    };
    expect(tell('deal.changed', data)).toEqual({
      title: '修改了商机',
      detail: '金额 ¥300万 → ¥500万 · 预计签约 2026年9月30日 → 2026年12月31日 · 标签 — → 重点 · 来源 — → 招标公告',
    });
    expect(tell('deal.changed', data, 'en').detail).toContain('Amount CN¥3M → CN¥5M · Close date September 30, 2026 →');
  });

  test('a team tells who joined and who left', () => {
    const data = { joined: ['周晓', '王岚'], left: ['陈立'] };
    expect(tell('deal.membersChanged', data).detail).toBe('加入：周晓、王岚 · 退出：陈立');
    expect(tell('deal.membersChanged', { left: ['Chen'] }, 'en').detail).toBe('left: Chen');
    expect(tell('deal.membersChanged', {}).detail).toBeUndefined();
  });

  test('recorded facts are named with what they are now; of lists, who and what changed', () => {
    const words = namesMentioned(industrial, {
      deals: [facts({ 'buyer.stage': 'screen', 'deal.enteredAt': 'approve' })],
    });
    const data = {
      words,
      before: facts({ 'project.approval': 'planned' }, { stakeholders: [{ name: '甲' }, { name: '乙' }] }),
      after: facts(
        {
          'project.approval': 'planned',
          'buyer.stage': 'screen',
          'deal.enteredAt': 'approve',
          'budget.amount': 720_000_000,
        },
        {
          stakeholders: [{ name: '甲', stance: 1 }, { name: '乙' }, { name: '丙' }],
          artifacts: [{ name: 'x', kind: 'scorecard' }],
        },
      ),
    };
    const { detail } = tell('deal.factsRecorded', data);
    expect(detail).toContain('供应商初查与筛选');
    expect(detail).toContain('内部需求与立项');
    expect(detail).toContain('¥720万');
    expect(detail).toContain('关键人 甲、丙');
    expect(detail).toContain('工件 项目评估表');
    expect(detail).not.toContain('乙');
    expect(tell('deal.factsRecorded', data, 'en').detail).not.toMatch(/初查|工件/);
  });

  test('evidence names its check, how sure it is and who said it', () => {
    const evidence = {
      check: 'budget-known',
      statement: '概算列了三百万',
      strength: 'said',
      direction: 'supports',
      source: { name: '沈工' },
    };
    const data = { words: namesMentioned(industrial, { checks: ['budget-known'] }), evidence };
    expect(tell('deal.evidenceAdded', data)).toEqual({
      title: '记下证据“预算与资金来源已经清楚”',
      detail: '概算列了三百万 · 口头 · 沈工',
    });
    expect(tell('deal.evidenceAdded', { ...data, evidence: { ...evidence, direction: 'refutes' } }).title).toMatch(
      /^记下反证/,
    );
  });

  test('moves name the stage; an event that keeps no names still reads', () => {
    const move = { from: 'develop', to: 'enter', reason: '客户催得急' };
    const words = namesMentioned(industrial, { stages: ['develop', 'enter'] });
    expect(tell('deal.advanced', { words, move }).title).toBe('通过关卡，进入“进入”');
    expect(tell('deal.overridden', { words, move })).toEqual({ title: '主管放行，进入“进入”', detail: '客户催得急' });
    expect(tell('deal.movedBack', { move }).title).toBe('退回到另一阶段');
    expect(tell('deal.advanced', { words, move }, 'en').title).toBe('Through the gate to “Enter”');
  });

  test('an end says why, who won and by how much, and when to come back', () => {
    const after = { reason: 'lost.price', reasonNote: '低价中标', winner: '衡博', priceGap: 12_000_000 };
    expect(tell('deal.lost', { after }).detail).toBe('价格偏高 · 低价中标 · 中标方 衡博 · 价差 ¥12万');
    const parked = { reason: 'parked.budget', revisitOn: '2027-03-01' };
    expect(tell('deal.parked', { after: parked }).detail).toBe('等待预算 · 2027年3月1日回访');
  });

  test('product lines are counted and summed', () => {
    const line = { productId: 'p', quantity: 4, unitPrice: 128_000_000 };
    expect(tell('deal.linesChanged', { lines: [line, { ...line, quantity: 1 }] }).detail).toBe('2 项，合计 ¥640万');
  });

  test('a new owner is told with the one before', () => {
    expect(tell('deal.reassigned', { from: '周岚', to: '郑凯' }).detail).toBe('周岚 → 郑凯');
    expect(tell('deal.reassigned', { from: null, to: '郑凯' }).detail).toBe('无人负责 → 郑凯');
  });
});
