import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessible, api, openBrowser, shot, signedIn } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Both languages of a field. */
async function write(page: Page, label: string, zh: string, en: string): Promise<void> {
  await page.getByLabel(`${label} · 中文`, { exact: true }).fill(zh);
  await page.getByLabel(`${label} · 英文`, { exact: true }).fill(en);
}

test('a method from a blank page: written, published, and a deal passes its first gate', async () => {
  const page = await signedIn(browser, 'director');
  await page.goto('/playbooks');
  await page.getByRole('button', { name: '新建方法论' }).click();
  await page.getByLabel('中文名称').fill('两步快攻');
  await page.getByLabel('英文名称').fill('Two quick steps');
  await shot(page, 'studio-1-new');
  await page.getByRole('button', { name: '开始写' }).click();
  await page.waitForURL(/\/playbooks\/drafts\//);

  // What is missing is all told at once, and each is a way to its place.
  const publish = page.getByRole('button', { name: '发布', exact: true });
  const problems = page.getByRole('complementary', { name: '问题和预览' });
  await problems.getByText('阶段 1 › 开始标志').click();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('开始标志 · 中文');
  expect(await publish.isDisabled()).toBe(true);
  await shot(page, 'studio-2-problems');

  await write(page, '名称', '摸底', 'Find out');
  await write(page, '开始标志', '有了线索', 'a lead');
  await write(page, '结束标志', '预算清楚', 'the budget is known');
  await write(page, '怎么做 1', '登门问清预算', 'visit and ask for the budget');
  await page.getByLabel('怎么做 1 · 英文').press('Enter');
  await write(page, '怎么做 2', '找到拍板的人', 'find who decides');

  const tree = page.getByRole('tree');
  await tree.getByRole('treeitem', { name: /检查项 1/ }).click();
  await write(page, '检查什么', '预算已经批准', 'the budget is approved');
  await write(page, '怎么核实', '看到批文或两人说法一致', 'see the approval, or two people agree');
  await write(page, '还不清楚时做什么', '向{who}问清预算', 'ask {who} for the budget');
  await page.getByLabel('向谁问（最合适的在前）').click();
  await page.getByTitle('决策者').click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '加规则：自动判定的规则' }).click();
  await page.getByText('预算状态至少 预计会有').waitFor();
  // A rule that bars nothing is told at once.
  await page.getByLabel('自动判定的规则 · 值').click();
  await page.getByTitle('没有预算').last().click();
  await problems.getByText('等于没有把关').waitFor();
  await page.getByLabel('自动判定的规则 · 值').click();
  await page.getByTitle('已批准').last().click();
  await page.getByText('预算状态至少 已批准').waitFor();
  // Here what is only said counts little.
  await page.getByLabel('证据的分量 · 口头').fill('10');
  await shot(page, 'studio-3-check');
  await accessible(page, 'the form of a check');

  // A second stage by keyboard and button; its place, and back again.
  await page.getByRole('button', { name: '加阶段' }).click();
  await write(page, '名称', '签约', 'Close');
  await write(page, '开始标志', '预算清楚', 'the budget is known');
  await write(page, '结束标志', '合同签订', 'the contract is signed');
  await write(page, '怎么做 1', '谈妥条件', 'agree on terms');
  await tree.getByRole('treeitem', { name: '签约' }).press('Alt+ArrowUp');
  await expect.poll(() => tree.getByRole('treeitem').nth(2).textContent()).toContain('签约');
  await page.keyboard.press('Alt+ArrowDown');
  await tree.getByRole('treeitem', { name: /检查项 1/ }).click();
  await write(page, '检查什么', '合同已经签订', 'the contract is signed');
  await write(page, '怎么核实', '看到合同原件', 'see the contract');
  await write(page, '还不清楚时做什么', '约定签约日期', 'set a day to sign');
  await tree.getByRole('treeitem', { name: '总述' }).click();
  await write(page, '一页讲清这套打法', '先问预算，有了就签。', 'Ask for the budget; once it is there, sign.');
  await write(page, '用在什么时候', '金额小、一两次见面就能定的单子', 'small deals settled in a visit or two');

  // The same draft as text; a fault there is told in Chinese, at its line, and can be undone.
  await page.getByRole('button', { name: '文本', exact: true }).click();
  const text = page.getByRole('textbox', { name: '文本' });
  await text.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('oops: [');
  await problems
    .getByText(/YAML 语法错误/)
    .first()
    .waitFor();
  await shot(page, 'studio-4-text');
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await page.getByRole('button', { name: '表单', exact: true }).click();
  await expect.poll(() => publish.isEnabled(), { timeout: 15_000 }).toBe(true);

  await publish.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('这一版改了什么').fill('第一次发布，先在小单上试行');
  await shot(page, 'studio-5-publish');
  await dialog.getByRole('button', { name: '发布', exact: true }).click();
  await page.waitForURL(/\/playbooks\/two-quick-steps\/1/);
  await page.getByRole('heading', { level: 1, name: '两步快攻' }).waitFor();
  await page.getByText('一条新证据的分量：口头 10%').waitFor();
  await shot(page, 'studio-6-book');

  // A deal under it: the gate is shut until the budget is known, then opens.
  const rep = await signedIn(browser, 'rep');
  await rep.goto('/deals');
  await rep.getByRole('button', { name: '新建商机' }).first().click();
  await rep.getByLabel('商机名称').fill('备件年度采购');
  await rep.getByRole('radio', { name: /两步快攻/ }).check();
  await rep.getByRole('button', { name: '保存' }).click();
  await rep.waitForURL(/\/deals\/[0-9a-f-]{36}/);
  const id = rep.url().match(/[0-9a-f-]{36}/)![0];
  const advance = rep.getByRole('button', { name: /^推进到/ }).first();
  await advance.click();
  await rep.getByRole('dialog').getByText('预算已经批准').first().waitFor();
  await rep.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click();
  const { deal } = await api<{ deal: { version: number } }>(rep, 'GET', `/deals/${id}`);
  await api(rep, 'POST', `/deals/${id}/facts`, { version: deal.version, values: { 'budget.state': 'approved' } });
  await rep.reload();
  await advance.click();
  await rep
    .getByText(/已进入“签约”/)
    .first()
    .waitFor();
  await shot(rep, 'studio-7-passed');
  expect(page.faults).toEqual([]);
  expect(rep.faults).toEqual([]);
});

test('two at one draft: the second is told, sees the difference and keeps her text', async () => {
  const page = await signedIn(browser, 'director');
  await page.goto('/playbooks');
  await page.getByRole('link', { name: /营销六步/ }).click();
  await page.getByRole('button', { name: '修改', exact: true }).click();
  await page.waitForURL(/\/playbooks\/drafts\//);
  const other = await signedIn(browser, 'admin');
  await other.goto(page.url());
  await other.getByLabel('用在什么时候 · 中文').fill('管理员写的用途');
  const id = page.url().split('/').at(-1)!;
  const saved = async () => (await api<{ version: number }>(other, 'GET', `/playbook-drafts/${id}`)).version;
  await expect.poll(saved, { timeout: 15_000 }).toBe(2);
  await page.getByLabel('名称 · 中文').fill('总监起的名字');
  await page.getByText('有人同时修改了这份草稿').waitFor();
  await page.getByRole('button', { name: '看差别' }).click();
  await page.getByText('总监起的名字').first().waitFor();
  await shot(page, 'studio-8-two');
  await page.getByRole('button', { name: '保留我的' }).click();
  await expect.poll(saved, { timeout: 15_000 }).toBe(3);
  await other.reload();
  await other.getByRole('heading', { level: 1, name: '总监起的名字' }).waitFor();

  await other.getByRole('button', { name: '对比', exact: true }).click();
  await other.getByText('营销六步').first().waitFor();
  await shot(other, 'studio-9-compare');
  expect([...page.faults, ...other.faults]).toEqual([]);
});
