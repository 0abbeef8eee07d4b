// On a slow line: what arrives late takes nothing away that was already typed, and forgets nothing that was pressed.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { api, newPage, openBrowser, settled, signedIn } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('the words of the fields arrive after the email is typed: it stays, and signing in works', async () => {
  const page = await newPage(browser);
  const { promise: typed, resolve: goOn } = Promise.withResolvers<void>();
  const late = '**/assets/zh_CN-*.js';
  await page.route(late, async (route) => {
    await typed;
    await route.continue();
  });
  const arrived = page.waitForResponse(late);
  await page.goto('/sign-in');
  await page.getByLabel('邮箱').fill('rep@longmen.example');
  goOn();
  await (await arrived).finished();
  await page.getByLabel('密码').fill(inject('password'));
  expect(await page.getByLabel('邮箱').inputValue()).toBe('rep@longmen.example');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('navigation').first().waitFor();
});

test('a problem is pressed before the form is here: its field takes the focus all the same', async () => {
  const page = await signedIn(browser, 'director');
  const { promise: pressed, resolve: goOn } = Promise.withResolvers<void>();
  await page.route('**/assets/PartForm-*.js', async (route) => {
    await pressed;
    await route.continue();
  });
  await page.goto('/playbooks');
  await page.getByRole('button', { name: '新建方法论' }).click();
  await page.getByLabel('中文名称').fill('慢线路上写的方法');
  await page.getByLabel('英文名称').fill('Written on a slow line');
  await page.getByRole('button', { name: '开始写' }).click();
  await page.getByRole('complementary', { name: '问题和预览' }).getByText('阶段 1 › 开始标志').click();
  expect(await page.getByLabel('开始标志 · 中文', { exact: true }).count()).toBe(0);
  goOn();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')), { timeout: 15_000 })
    .toBe('开始标志 · 中文');

  // Once: whoever looks at the text and comes back is not led there again.
  await page.getByRole('button', { name: '文本', exact: true }).click();
  await page.getByRole('textbox', { name: '文本' }).waitFor();
  await page.getByRole('button', { name: '表单', exact: true }).click();
  await page.getByLabel('开始标志 · 中文', { exact: true }).waitFor();
  await settled(page);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('表单');
});

test('two acts in a row: the second waits for what the first has made of the deal', async () => {
  const page = await signedIn(browser, 'rep');
  type Made = { id: string; version: number; state: string };
  const made = await api<Made>(page, 'POST', '/deals', { name: '慢线路上的泵站', playbookId: 'six-step' });
  const parked = { version: made.version, reason: 'parked.budget', revisitOn: '2030-01-01' };
  await api(page, 'POST', `/deals/${made.id}/park`, parked);
  await page.goto(`/deals/${made.id}?tab=qualify`);
  await page.getByText('维持联系中，约定回访').waitFor();
  await page.route(`**/api/deals/${made.id}`, async (route) => {
    await new Promise((late) => setTimeout(late, 2000));
    await route.continue();
  });
  await page.getByRole('button', { name: /^再放一放/ }).click();
  await page.getByRole('menuitem', { name: /半年后/ }).click();
  await page.getByRole('button', { name: /^重新打开：/ }).click();
  await page.getByRole('menuitem', { name: '客户立项了' }).click();
  const state = async () => (await api<{ deal: Made }>(page, 'GET', `/deals/${made.id}`)).deal.state;
  await expect.poll(state).toBe('open');
  expect(page.faults).toEqual([]);
});
