import { describe, expect, test } from 'vitest';
import { changesOf, tellAudit } from '#audit/audit-telling.ts';

const event = (type: string, data: Record<string, unknown>) => ({
  id: '018f0000-0000-7000-8000-000000000001',
  at: '2026-11-22T08:00:00.000Z',
  type,
  subjectKind: 'user',
  subjectId: '018f0000-0000-7000-8000-000000000002',
  actorId: null,
  actorName: null,
  data,
});

describe('an entry of the log', () => {
  test('is told in both languages, with where it came from', () => {
    const refused = event('session.refused', { name: '李雷', address: '10.0.0.7' });
    expect(tellAudit(refused, 'zh')).toEqual({ title: '密码错误，登录失败', name: '李雷', detail: '来自 10.0.0.7' });
    expect(tellAudit(refused, 'en')).toEqual({ title: 'Wrong password', name: '李雷', detail: 'from 10.0.0.7' });
  });

  test('says how much was exported', () => {
    const taken = event('export.taken', { list: 'deals', rows: 60 });
    expect(tellAudit(taken, 'en').detail).toBe('deals · 60 rows');
  });

  test('of other slices is told in their words', () => {
    expect(tellAudit(event('contact.imported', { name: '李雷' }), 'zh').title).toBe('导入了联系人李雷');
    expect(tellAudit(event('deal.won', { name: 'ERP' }), 'zh')).toMatchObject({ title: '赢单', name: 'ERP' });
  });

  test('nobody told of still has words', () => {
    expect(tellAudit(event('thing.happened', {}), 'zh').title).not.toBe('');
  });

  test('shows what changed field by field, whatever its shape', () => {
    const changed = event('user.changed', {
      before: { scope: 'self', title: null },
      after: { scope: 'all', roles: ['rep'] },
    });
    expect(changesOf(changed, 'zh')).toEqual([
      { field: '数据范围', before: 'self', after: 'all' },
      { field: '职务', before: '—', after: '—' },
      { field: '角色', before: '—', after: '["rep"]' },
    ]);
    for (const odd of [{}, { before: 'x', after: [1] }, { after: null }])
      expect(changesOf(event('x.y', odd), 'en')).toEqual([]);
  });
});
