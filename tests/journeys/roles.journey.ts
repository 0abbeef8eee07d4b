import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dealTabs } from '#deals/page/tabs.ts';
import type { Permission } from '#permissions/permission.ts';
import { api, openBrowser, shot, signedIn } from './browser.ts';

/** Nobody is offered what her role does not allow, and everybody is offered what it does. */
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  // Those who help see what they take part in.
  const admin = await signedIn(browser, 'admin');
  const { rows } = await api<{ rows: { id: string; version: number; accountId: string | null }[] }>(
    admin,
    'GET',
    '/deals?limit=20&state=open&playbookId=six-step',
  );
  const { id, version } = rows.find(({ accountId }) => accountId)!;
  const helpers = ['presales', 'service'] as const;
  const sessions = await Promise.all(
    helpers.map(async (who) => api<{ user: { id: string } }>(await signedIn(browser, who), 'GET', '/session')),
  );
  const members = sessions.map(({ user }, at) => ({ userId: user.id, role: helpers[at] }));
  await api(admin, 'PUT', `/deals/${id}/members`, { version, members });
});
afterAll(() => browser.close());

/** Buttons by their words, and the permission that each needs. */
const needs: [RegExp, Permission][] = [
  [/^(新建客户|修改客户)$/, 'account.write'],
  [/^(新建联系人|修改联系人|变更单位)$/, 'contact.write'],
  [/^(新建商机|修改商机|添加产品|添加人物|登记工件|变更负责人)$/, 'deal.write'],
  [/^(推进到|确认赢单|完成最后一步)/, 'deal.advance'],
  [/^(主管放行|放行)/, 'deal.override'],
  [/^(加证据|换个说法|撤回)/, 'evidence.write'],
  [/^(新建待办|列为待办)/, 'task.write'],
  [/^(邀请同事|新建下级团队)/, 'team.write'],
  [/^导出/, 'export.run'],
  [/^新建产品$/, 'product.write'],
];

async function offered(page: Page): Promise<string[]> {
  const buttons = await page.getByRole('main').getByRole('button').all();
  const names = await Promise.all(buttons.map((button) => button.innerText()));
  const labels = await Promise.all(buttons.map((button) => button.getAttribute('aria-label')));
  return names.map((name, at) => (labels[at] ?? name).trim());
}

describe.each(['auditor', 'finance', 'service', 'presales', 'rep', 'manager'])('%s', (who) => {
  test('sees the buttons of her role, no others', async () => {
    const page = await signedIn(browser, who);
    const { permissions } = await api<{ permissions: Permission[] }>(page, 'GET', '/session');
    const { rows } = await api<{ rows: { id: string; accountId: string | null }[] }>(
      page,
      'GET',
      '/deals?limit=20&state=open&playbookId=six-step',
    );
    const deal = rows.find(({ accountId }) => accountId)!;
    const paths = [
      '/accounts',
      `/accounts/${deal.accountId}`,
      '/contacts',
      '/deals',
      '/deals?view=board',
      ...dealTabs.map((tab) => `/deals/${deal.id}?tab=${tab}`),
      '/settings/people',
      '/settings/teams',
      '/settings/products',
    ];
    const all = new Set<string>();
    const dead: string[] = [];
    for (const path of paths) {
      await page.goto(path, { waitUntil: 'networkidle' });
      for (const name of await offered(page)) {
        all.add(name);
        const [, permission] = needs.find(([words]) => words.test(name)) ?? [];
        if (permission && !permissions.includes(permission)) dead.push(`${path}: ${name}`);
      }
    }
    expect(dead).toEqual([]);
    await page.goto(`/deals/${deal.id}`, { waitUntil: 'networkidle' });
    await shot(page, `role-${who}-deal`);
    // Who may add evidence finds where, whether or not she may change the deal; the past is open to every reader.
    const signals = await page.locator('main [data-direction=supports]').count();
    expect(signals > 0, 'evidence').toBe(permissions.includes('evidence.write'));
    await page.goto(`/deals/${deal.id}?tab=timeline`, { waitUntil: 'networkidle' });
    await page.getByText('看某一天的样子').waitFor();
    const may = (permission: Permission) => permissions.includes(permission);
    expect(all.has('新建客户')).toBe(may('account.write'));
    expect(all.has('新建商机')).toBe(may('deal.write'));
    expect([...all].some((name) => name.startsWith('推进到') || name === '确认赢单')).toBe(may('deal.advance'));
    expect(page.faults).toEqual([]);
  });
});

test('a rep whose gate is shut is told to ask her manager, and finds no way to override', async () => {
  const page = await signedIn(browser, 'rep');
  const { rows } = await api<{ rows: { id: string; gateMet: number; gateTotal: number }[] }>(
    page,
    'GET',
    '/deals?state=open&limit=50&playbookId=six-step',
  );
  const deal = rows.find(({ gateMet, gateTotal }) => gateMet < gateTotal)!;
  await page.goto(`/deals/${deal.id}`);
  await page
    .getByRole('button', { name: /^(推进到|确认赢单)/ })
    .first()
    .click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('确有必要时，请主管说明理由后放行。').waitFor();
  expect(await sheet.getByRole('button', { name: /放行/ }).count()).toBe(0);
});
