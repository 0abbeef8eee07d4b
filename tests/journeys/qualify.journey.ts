import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessible, api, openBrowser, phone, settled, shot, signedIn } from './browser.ts';

type DealNow = { deal: { state: string; grade: string | null; revisitOn: string | null; playbookId: string } };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('choose a way to sell, open a deal by it, find it is not worth the effort, keep contact, wake it', async () => {
  const page = await signedIn(browser, 'rep');

  // The adviser follows each answer.
  await page.goto('/adviser');
  await page.getByRole('button', { name: /外在价值型/ }).click();
  await page
    .getByRole('group', { name: '客户怎么买我们' })
    .getByRole('button', { name: /经营风险/ })
    .click();
  await page
    .getByRole('group', { name: '双方愿意投入多少' })
    .getByRole('button', { name: /企业型/ })
    .press('Enter');
  await page.getByRole('button', { name: '工业品工程项目' }).click();
  await page.getByRole('button', { name: '招标评标' }).click();
  await page.getByText(/用“工业品六阶段.*”/).waitFor();
  await shot(page, 'qualify-1-adviser');
  await accessible(page, 'the adviser');

  // Opened under the advised playbook, with the result attached.
  await page.getByLabel('依据').fill('设计院李工面谈');
  await page.getByRole('button', { name: '按这套打法建商机' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('商机名称').fill('临港泵站自控改造');
  expect(await drawer.getByRole('radio', { name: /工业品六阶段/ }).isChecked()).toBe(true);
  await drawer.getByRole('group', { name: /预算/ }).getByRole('button', { name: '否' }).click();
  await shot(page, 'qualify-2-new-deal');
  await page.getByRole('button', { name: '保存' }).click();
  await page.waitForURL(/\/deals\/[0-9a-f-]{36}/);
  const id = page.url().match(/[0-9a-f-]{36}/)![0];
  const now = () => api<DealNow>(page, 'GET', `/deals/${id}`);
  expect((await now()).deal.playbookId).toBe('industrial');

  // We and a rival by the same yardstick.
  await page.goto(`/deals/${id}?tab=qualify`);
  await page.getByText('与这一单现用的方法论一致。').waitFor();
  for (const item of ['项目规模与级别', '预算与资金', '技术要求匹配度', '采购决策规则', '客户关系', '客户信用'])
    await page.getByRole('group', { name: item }).getByRole('button', { name: '1', exact: true }).click();
  for (const item of ['竞争：产品', '竞争：价格', '竞争：技术方案', '竞争：服务'])
    await page.getByRole('group', { name: item }).getByRole('button', { name: '2', exact: true }).click();
  await page.getByText('得分在放弃线以下').waitFor();
  await page.getByLabel('对手名称').fill('远山仪控');
  await page.getByRole('button', { name: '添加' }).click();
  await page.getByRole('group', { name: '远山仪控 价格' }).getByRole('button', { name: '4' }).click();
  const rival = page.getByRole('region', { name: '远山仪控' });
  await rival.getByText('输在：价格').waitFor();
  await rival.getByText('落后 40').waitFor();
  await shot(page, 'qualify-3-evaluated');
  await accessible(page, 'the evaluation of a deal');

  // Under the line: keep contact, with a day to look again.
  await page.getByText('得分在放弃线以下').locator('..').getByRole('button', { name: '转为维持联系' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('五项标准未全部满足').click();
  await dialog.getByRole('button', { name: /保存|确定/ }).click();
  // A menu closes when its page scrolls: first where it is, then open it.
  await page.getByText('维持联系中，约定回访').scrollIntoViewIfNeeded();
  await settled(page);
  const parked = (await now()).deal;
  expect(parked.state).toBe('parked');
  await shot(page, 'qualify-4-parked');

  // Not yet time: two taps put it off. Then two taps wake it.
  await page.getByRole('button', { name: /^再放一放/ }).click();
  await page.getByRole('menuitem', { name: /半年后/ }).click();
  await expect.poll(async () => (await now()).deal.revisitOn).not.toBe(parked.revisitOn);
  await page.getByRole('button', { name: /^重新打开：/ }).click();
  await page.getByRole('menuitem', { name: '客户立项了' }).click();
  await expect.poll(async () => (await now()).deal.state).toBe('open');
  await page.getByText('维持联系中，约定回访').waitFor({ state: 'detached' });

  // The grade follows the table once there is a close day; another one wants its reason.
  const { version } = (await now()).deal as unknown as { version: number };
  const closeOn = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  await api(page, 'PATCH', `/deals/${id}`, { version, closeOn });
  await page.reload();
  const grades = page.getByRole('group', { name: '等级', exact: true });
  await grades.getByRole('button', { name: '建议 D 级' }).waitFor();
  await grades.getByRole('button', { name: 'B', exact: true }).click();
  await page.getByLabel('为什么定为 B 级而不是 D 级？').fill('业主总工亲自推动');
  await page
    .locator('form')
    .filter({ hasText: '为什么定为' })
    .getByRole('button', { name: /保\s*存/ })
    .click();
  await page.getByText('理由：业主总工亲自推动').waitFor();
  expect((await now()).deal.grade).toBe('B');
  await shot(page, 'qualify-5-graded');
  expect(page.faults).toEqual([]);
});

test('the workbench says whose time low grades eat, and wakes what rests', async () => {
  const page = await signedIn(browser, 'rep', phone);
  type Made = { id: string; version: number };
  const name = '岭南小泵站备件';
  const deal = await api<Made>(page, 'POST', '/deals', { name, playbookId: 'six-step', grade: 'D' });
  for (let turn = 0; turn < 25; turn++)
    await api(page, 'POST', '/notes', { subjectKind: 'deal', subjectId: deal.id, body: `又跑了一趟（${turn + 1}）` });
  const revisitOn = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  await api(page, 'POST', `/deals/${deal.id}/park`, { version: deal.version, reason: 'parked.budget', revisitOn });

  await page.goto('/');
  await page.getByText(/^D 级占用了 \d+% 的动作$/).waitFor();
  await page.getByRole('button', { name: /看背后的/ }).click();
  await page.getByRole('listitem').filter({ hasText: '25 次' }).getByRole('link', { name }).waitFor();
  await shot(page, 'qualify-8-today-phone');
  const wake = page.getByRole('button', { name: `重新打开：${name}` });
  await wake.scrollIntoViewIfNeeded();
  await settled(page);
  await wake.click();
  await page.getByRole('menuitem', { name: '预算有着落了' }).click();
  await page.getByText('已重新打开').first().waitFor();
  expect((await api<DealNow>(page, 'GET', `/deals/${deal.id}`)).deal.state).toBe('open');
  expect(page.faults).toEqual([]);
});

test('the yardstick is changed in the settings; an older score says so until it is rated again', async () => {
  const admin = await signedIn(browser, 'admin');
  await admin.goto('/settings/evaluation');
  const go = admin.getByLabel('跟进线（分）');
  await go.fill('70');
  await admin.getByRole('button', { name: /保存为新版本/ }).click();
  await admin
    .getByText(/已保存为第 1 版/)
    .first()
    .waitFor();
  await admin.getByText('第 1 版', { exact: true }).waitFor();
  await shot(admin, 'qualify-6-settings');
  const rep = await signedIn(browser, 'rep');
  const { rows } = await api<{ rows: { id: string }[] }>(rep, 'GET', '/deals?search=临港泵站&limit=1');
  await rep.goto(`/deals/${rows[0]!.id}?tab=qualify`);
  await rep.getByText('公司的评估模型已更新到第 1 版').waitFor();
  await rep.getByRole('button', { name: '按新版重算' }).click();
  await rep.getByText('按第 1 版评估模型打分。').waitFor();
  expect([...admin.faults, ...rep.faults]).toEqual([]);
});

test('on a phone the manager sees where her people’s time goes', async () => {
  const page = await signedIn(browser, 'manager', phone);
  await page.goto('/effort');
  await page.getByRole('heading', { name: '按负责人' }).waitFor();
  await page.getByRole('button', { name: '近 90 天' }).click();
  await page.waitForURL(/days=90/);
  await shot(page, 'qualify-7-effort-phone');
  expect(page.faults).toEqual([]);
});
