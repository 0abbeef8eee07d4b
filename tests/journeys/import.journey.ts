import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessible, api, openBrowser, phone, shot, signedIn } from './browser.ts';
import { madeUpSet, realTotals } from './pipeline-set.ts';

/**
 * Another system's whole pipeline, brought in by an administrator in the browser: accounts, products, the sales teams,
 * 8 800 opportunities; what is odd in it told, the numbers right, and one import taken back.
 */
const folder = mkdtempSync(join(tmpdir(), 'longmen-pipeline-'));
const real = process.env['LONGMEN_PIPELINE_SET'];
const made = madeUpSet();
const totals = real ? realTotals : made.totals;
const pathOf = (name: keyof typeof made.files) => join(real ?? folder, `${name}.csv`);
const count = (n: number) => n.toLocaleString('zh-CN');

let browser: Browser;
let page: Awaited<ReturnType<typeof signedIn>>;
const imported: { [noun: string]: string } = {};

beforeAll(async () => {
  for (const [name, text] of Object.entries(made.files)) writeFileSync(join(folder, `${name}.csv`), text);
  browser = await openBrowser();
  page = await signedIn(browser, 'admin');
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

async function upload(noun: string, file: string): Promise<void> {
  await page.goto('/import');
  await page.getByRole('radiogroup').getByText(noun, { exact: true }).click();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.waitForURL(/\/import\/[0-9a-f-]{36}/);
  imported[noun] = page.url().match(/[0-9a-f-]{36}/)![0];
  await page.getByRole('table', { name: '列的对应' }).waitFor();
}

async function choose(label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  const list = page.locator('.ant-select-dropdown:visible');
  await list.getByTitle(option, { exact: true }).click();
  await list.waitFor({ state: 'hidden' });
}

const becomes = (column: string) =>
  page.getByRole('row').filter({ has: page.getByRole('cell', { name: column, exact: true }) });
const press = (name: RegExp) => page.getByRole('button', { name }).click();

/** Runs what was checked, and reads the numbers of the result. */
async function runAll(rows: number): Promise<void> {
  await press(new RegExp(`^开始导入 ${count(rows)} 行`));
  await page.getByText('导入完成').waitFor({ timeout: 120_000 });
  await tile('已新建', rows);
}

async function tile(label: string, n: number): Promise<void> {
  const shown = page.locator('main').getByText(label, { exact: true }).locator('xpath=..');
  await expect.poll(() => shown.innerText()).toContain(count(n));
}

async function look(name: string): Promise<void> {
  await shot(page, `import-${name}`);
  await accessible(page, name);
  await page.setViewportSize(phone);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, `${name} scrolls sideways on a phone`).toBeLessThanOrEqual(0);
  await page.screenshot({ path: join(import.meta.dirname, 'shots', `import-${name}-phone.png`), fullPage: true });
  await accessible(page, `${name} on a phone`);
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('accounts: the mapping is shown and corrected, slips are told and taken over', async () => {
  await upload('客户', pathOf('accounts'));
  await expect.poll(() => becomes('sector').innerText()).toContain('行业');
  await choose('office_location → 导入为', '城市');
  await expect.poll(() => becomes('office_location').innerText()).toContain('城市');
  await look('1-mapping');
  await press(/^预\s?检$/);
  await page.getByText('行业“technolgy”可能写错了，应为“technology”').waitFor();
  await page.getByText('城市“Philipines”可能写错了').waitFor();
  await page.getByText(`${totals.misspeltSectors} 行，如第`).waitFor();
  await look('2-slips');
  for (let left = 2; left > 0; left--)
    await page
      .getByRole('button', { name: /^采\s?纳$/ })
      .first()
      .click();
  await press(/^按修改重新预检/);
  await page.getByText('没有发现异常').waitFor();
  await runAll(totals.accounts);
  await look('3-accounts-done');
});

test('products in dollars', async () => {
  await upload('产品', pathOf('products'));
  await choose('币种', 'USD');
  await press(/^预\s?检$/);
  await runAll(totals.products);
});

test('the sales teams: regions, managers, agents', async () => {
  await upload('同事', pathOf('sales_teams'));
  await expect.poll(() => becomes('manager').innerText()).toContain('主管');
  await press(/^预\s?检$/);
  await page.getByText('还没有团队“Central”，将新建').waitFor();
  await look('4-teams-check');
  await runAll(totals.agents);
  await page.getByText('另新建：同事 6、团队 9').waitFor();
  await look('5-teams-done');
  await page.goto('/settings/people');
  await page.getByText('尚未邀请').first().waitFor();
  await shot(page, 'import-6-people');
  await page.goto('/settings/teams');
  await page.getByText('Central').first().waitFor();
  await shot(page, 'import-7-teams');
});

test('8 800 opportunities: quirks told, faults downloaded, taken over, imported with the right numbers', async () => {
  await upload('商机', pathOf('sales_pipeline'));
  await page.getByText('8 列中已对应 8 列').waitFor();
  await choose('币种', 'USD');
  await look('8-deals-mapping');
  await press(/^预\s?检$/);
  await page.getByText('“GTXPro”可能就是已有的“GTX Pro”').waitFor({ timeout: 60_000 });
  await page.getByText('输单的金额为 0，按“未知”处理').waitFor();
  await page.getByText('没有填写客户，将作为无客户的商机保留').waitFor();
  await page.getByText('没有填写开始日期').waitFor();
  for (const rows of [totals.respelt, totals.lost, totals.withoutAccount, totals.withoutDay])
    expect(await page.getByText(`${count(rows)} 行，如第`).count()).toBeGreaterThan(0);
  await tile('有问题', totals.respelt);
  const [sheet] = await Promise.all([page.waitForEvent('download'), page.getByText('下载这些行和原因').click()]);
  expect(sheet.suggestedFilename()).toBe('sales_pipeline-未导入的行.xlsx');
  expect(
    readFileSync(await sheet.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  const faults = await page.request.get(`/api/imports/${imported['商机']!}/faults.csv`);
  expect((await faults.text()).trim().split('\r\n')).toHaveLength(totals.respelt + 1);
  await look('9-deals-check');

  await page.getByRole('button', { name: /^采\s?纳$/ }).click();
  await press(/^按修改重新预检/);
  await press(/^开始导入 8,800 行/);
  await page.getByRole('progressbar', { name: '正在导入…' }).waitFor();
  await page.getByText(/^[1-9][\d,]* \/ 8,800 行$/).waitFor();
  await shot(page, 'import-10-running');
  await page.getByText('导入完成').waitFor({ timeout: 150_000 });
  await tile('已新建', 8_800);
  await look('11-deals-done');

  const query = 'format=csv&columns=accountName,amount,currency,state,ownerName';
  const exported = await page.request.get(`/api/exports/deals?${query}`);
  const rows = (await exported.text()).split('\r\n').map((line) => line.split(','));
  const ours = rows.filter(([, , currency]) => currency === 'USD');
  const of = (state: string) => ours.filter((row) => row[3] === state);
  expect([of('已赢单').length, of('已输单').length, ours.length]).toEqual([totals.won, totals.lost, 8_800]);
  expect(of('已赢单').reduce((sum, [, amount]) => sum + Number(amount), 0)).toBe(totals.wonValue);
  expect(ours.filter(([account]) => account === '')).toHaveLength(totals.withoutAccount);
  expect(new Set(ours.map((row) => row[4])).size).toBeGreaterThan(25);
  await page.goto('/deals');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await shot(page, 'import-12-deals');
  expect(page.faults).toEqual([]);
});

test('one import is taken back, whole; the list of imports tells it', async () => {
  await page.goto(`/import/${imported['商机']!}`);
  await press(/^撤销整次导入/);
  await press(/^确定撤销/);
  await page.getByText(`已撤回 ${count(8_800)} · 已恢复原值 0 · 保留 0`).waitFor({ timeout: 150_000 });
  await look('13-undone');
  for (const noun of ['同事', '产品', '客户']) await api(page, 'POST', `/imports/${imported[noun]!}/undo`, {});
  await page.goto('/import');
  // Of this set alone: another journey takes one back, too.
  const files = page.getByRole('row').filter({ hasText: /(accounts|products|sales_teams|sales_pipeline)\.csv/ });
  await expect.poll(() => files.filter({ hasText: '已撤销' }).count(), { timeout: 60_000, interval: 500 }).toBe(4);
  await look('14-history');
  expect(page.faults).toEqual([]);
});
