import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessible, api, openBrowser, phone, shot, signedIn } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type Row = { id: string; name: string; tags: string[]; version: number; accountId: string | null };

test('several records at once: tagged and undone, handed over, taken along', async () => {
  const page = await signedIn(browser, 'manager');
  await page.goto('/accounts?sort=name&order=asc');
  const grid = page.getByRole('grid', { name: '客户' });
  for (const at of [0, 1]) await grid.locator(`[data-index="${at}"]`).getByRole('checkbox').check();
  const bar = page.getByRole('toolbar', { name: '已选 2 条' });
  const tagged = async () =>
    (await api<{ rows: Row[] }>(page, 'GET', '/accounts?limit=200')).rows.filter(({ tags }) => tags.includes('旅程'));

  await bar.getByRole('button', { name: '标签' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('添加标签').fill('旅程');
  await drawer.getByLabel('添加标签').press('Enter');
  await accessible(page, 'tags of many');
  await drawer.getByRole('button', { name: '保存' }).click();
  await page.getByText('已修改 2 条的标签').waitFor();
  await page.getByRole('toolbar').waitFor({ state: 'hidden' });
  expect(await tagged()).toHaveLength(2);
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('已撤销，恢复了 2 条').waitFor();
  expect(await tagged()).toHaveLength(0);

  await grid.locator('[data-index="0"]').getByRole('checkbox').check();
  await page.getByRole('button', { name: '转交' }).click();
  await drawer.getByLabel('接手人').fill('李思雨');
  await page.locator('.ant-select-item-option', { hasText: '李思雨' }).click();
  await drawer.getByRole('button', { name: '转交' }).click();
  await page.getByText('已转交 1 条').waitFor();
  // What was chosen is let go once the list has been read again.
  await page.getByRole('toolbar').waitFor({ state: 'hidden' });

  await grid.locator('[data-index="0"]').getByRole('checkbox').check();
  await page.getByRole('button', { name: /^全选已加载的/ }).click();
  await shot(page, 'many-selected');
  const download = page.waitForEvent('download');
  await page.getByRole('toolbar').getByRole('button', { name: '导出' }).click();
  expect((await download).suggestedFilename()).toMatch(/^客户.*\.xlsx$/);
  expect(page.faults).toEqual([]);
});

test('on a phone: cards are selected, and the list is exported', async () => {
  const page = await signedIn(browser, 'manager', phone);
  await page.goto('/deals');
  await page.locator('li[data-index="0"]').getByRole('checkbox').check();
  await page.getByRole('toolbar', { name: '已选 1 条' }).getByRole('button', { name: '转交' }).waitFor();
  await shot(page, 'many-phone');
  await accessible(page, 'deals chosen on a phone');
  await page.getByRole('button', { name: '取消选择' }).click();
  await page.getByRole('button', { name: '导出' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: '导出 CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/^商机.*\.csv$/);
});

test('the bell opens the latest, and leads to the page of one', async () => {
  const page = await signedIn(browser, 'rep');
  await page.goto('/');
  await page.getByRole('button', { name: /未读/ }).click();
  const box = page.getByRole('dialog', { name: '消息' });
  await box.getByRole('listitem').first().waitFor();
  await accessible(page, 'bell');
  await shot(page, 'bell');
  const latest = box.getByRole('listitem').first().getByRole('link');
  const href = await latest.getAttribute('href');
  expect(href).toMatch(/^\/(deals|accounts|contacts|reviews|compliance\/gifts|partners\/registrations)\/\w/);
  await latest.click();
  await page.waitForURL(`**${href}`);
  await box.waitFor({ state: 'hidden' });
  expect(page.faults).toEqual([]);
});

test('a contact noted twice is told, compared, and made one', async () => {
  const page = await signedIn(browser, 'manager');
  const { rows } = await api<{ rows: Row[] }>(page, 'GET', '/contacts?limit=50');
  const one = rows.find(({ accountId }) => accountId !== null)!;
  const two = await api<Row>(page, 'POST', '/contacts', {
    name: one.name,
    accountId: one.accountId,
    wechat: 'journey',
  });
  await page.goto(`/contacts/${one.id}`);
  await page.getByText('可能与 1 位联系人是同一人').waitFor();
  await page.getByRole('link', { name: '对照合并' }).click();
  await page.getByText('项不同').waitFor();
  await accessible(page, 'merge of contacts');
  await shot(page, 'contact-merge');
  await page.getByRole('button', { name: '合并', exact: true }).click();
  await page.waitForURL(`**/contacts/${one.id}`);
  await page.getByText('journey').waitFor();
  await page.goto(`/contacts/${two.id}`);
  await page.waitForURL(`**/contacts/${one.id}`);
  expect(page.faults).toEqual([]);
});
