import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessible, api, desk, openBrowser, phone, settled, shot, signedIn } from './browser.ts';

/** The address book of a telephone becomes contacts and is taken back; a pasted signature becomes one. */
const folder = mkdtempSync(join(tmpdir(), 'longmen-cards-'));
const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:2.1', ...lines, 'END:VCARD', ''].join('\r\n');
const quoted = (text: string) =>
  Array.from(Buffer.from(text), (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
const qp = 'CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE';
const book = [
  card(
    `N;${qp}:${quoted('程;思远')};;;`,
    `ORG;${qp}:${quoted('云岭阀门有限公司;技术部')}`,
    `TITLE;${qp}:${quoted('总工程师')}`,
    'TEL;CELL:13800138111',
    'TEL;WORK:0871-55550000',
    'BDAY:1980-01-02',
  ),
  card(
    `FN;${qp}:${quoted('白若兰')}`,
    `ORG;${qp}:${quoted('云岭阀门')}`,
    `ADR;HOME;${qp}:;;${quoted('桂花里 3 号')};;;;`,
  ),
  card('EMAIL:nobody@example.com'),
].join('');
const signature =
  '白若兰 采购部经理\n云岭阀门有限公司\n手机：139 0013 9111（微信同号）\n邮箱：bai@yunling.example\n地址：昆明市盘龙区江边路 8 号\n生日：1985-05-05\n以质量求生存';

let browser: Browser;
let page: Awaited<ReturnType<typeof signedIn>>;
beforeAll(async () => {
  writeFileSync(join(folder, '通讯录.vcf'), book);
  browser = await openBrowser();
  page = await signedIn(browser, 'admin');
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const press = (name: RegExp) => page.getByRole('button', { name }).click();

/** On a desk and on a phone, in Chinese and in English. */
async function look(name: string): Promise<void> {
  for (const [screen, size] of Object.entries({ desk, phone })) {
    await page.setViewportSize(size);
    await settled(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, `${name} scrolls sideways on a ${screen}`).toBeLessThanOrEqual(0);
    await shot(page, `cards-${name}-${screen}`);
    await accessible(page, `${name} on a ${screen}`);
  }
  await page.setViewportSize(desk);
}

async function speak(lang: 'zh' | 'en'): Promise<void> {
  await page.evaluate((spoken) => localStorage.setItem('longmen.lang', spoken), lang);
  await page.reload();
}

const found = async (search: string) =>
  (
    await api<{ rows: { id: string; name: string; accountName: string | null; mobile: string | null }[] }>(
      page,
      'GET',
      `/contacts?search=${encodeURIComponent(search)}&limit=5`,
    )
  ).rows;

test('an address book: what is private is told, the rest is checked and imported', async () => {
  await page.goto('/import');
  await page.getByRole('radiogroup').getByText('联系人', { exact: true }).click();
  await page.getByText('联系人还可以直接用手机、邮箱导出的名片（.vcf）').waitFor();
  await look('1-upload');
  // Cards are contacts, whatever was chosen before.
  await page.getByRole('radiogroup').getByText('商机', { exact: true }).click();
  await page.locator('input[type=file]').setInputFiles(join(folder, '通讯录.vcf'));
  await page.getByRole('table', { name: '名片内容的对应' }).waitFor();
  await page.getByText('3 张名片').first().waitFor();
  await page.getByText('生日（1 张）、家庭或未注明的地址（1 张）').waitFor();
  expect(await page.locator('main').innerText()).not.toMatch(/1980|桂花里/);
  await look('2-mapping');
  await speak('en');
  await page.getByText('What is private on the cards is not taken over').waitFor();
  await look('2-mapping-en');
  await speak('zh');
  await press(/^预\s?检$/);
  await page.getByText('有 2 个客户系统里还没有：云岭阀门有限公司、云岭阀门').waitFor();
  await page.getByRole('heading', { name: '不会导入的名片' }).waitFor();
  await look('3-check');
  await press(/^自动新建$/);
  await press(/^按修改重新预检/);
  // Only the card without a name is still left out, and told by what else stands on it.
  await page.getByRole('button', { name: /^开始导入 2 张名片/ }).waitFor();
  const faults = page.getByRole('region', { name: '不会导入的名片' }).last();
  await faults.getByRole('cell', { name: 'nobody@example.com' }).waitFor();
  expect(await faults.getByRole('row').count()).toBe(2);
  await press(/^开始导入 2 张名片/);
  await page.getByText('导入完成').waitFor({ timeout: 60_000 });
  await page.getByRole('heading', { name: '没有导入的名片' }).waitFor();
  await look('4-done');
  expect(await found('程思远')).toMatchObject([
    { name: '程思远', accountName: '云岭阀门有限公司', mobile: '13800138111' },
  ]);
  await press(/^撤销整次导入/);
  await press(/^确定撤销/);
  await page.getByText('已撤销').first().waitFor({ timeout: 60_000 });
  expect(await found('程思远')).toEqual([]);
});

test('an import that is not wanted goes with its file; a file that cannot be read leaves none', async () => {
  const kept = async () => (await api<{ rows: object[] }>(page, 'GET', '/imports?limit=50')).rows.length;
  const before = await kept();
  writeFileSync(join(folder, '空.csv'), '');
  await page.goto('/import');
  await page.locator('input[type=file]').setInputFiles(join(folder, '空.csv'));
  await page.getByText('文件里没有数据').waitFor();
  await expect.poll(kept).toBe(before);
  await page.locator('input[type=file]').setInputFiles(join(folder, '通讯录.vcf'));
  await page.getByRole('table', { name: '名片内容的对应' }).waitFor();
  await press(/^放弃这次导入$/);
  await page.getByText('还没有写入任何记录').waitFor();
  await look('4-discard');
  await press(/^确定放弃$/);
  await page.getByText('已放弃，文件已删除').waitFor();
  await page.waitForURL(/\/import\?noun=contact$/);
  expect(await kept()).toBe(before);
});

test('a signature fills the form, the person checks, corrects and saves', async () => {
  await page.goto('/contacts');
  await press(/^粘贴签名/);
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('名片或签名的文字').fill(signature);
  await drawer.getByRole('button', { name: '识别并填入' }).click();
  await drawer.getByText('没有采用：生日。私人信息不在系统里记录。').waitFor();
  await drawer.getByText('客户里还没有“云岭阀门有限公司”').waitFor();
  for (const [label, value] of Object.entries({
    姓名: '白若兰',
    职务: '经理',
    部门: '采购部',
    手机: '139 0013 9111',
    微信: '13900139111',
    邮箱: 'bai@yunling.example',
  }))
    expect(await drawer.getByLabel(label, { exact: true }).inputValue(), label).toBe(value);
  expect(await drawer.getByRole('status').first().innerText()).toContain('以质量求生存');
  await look('5-signature');
  await drawer.getByRole('button', { name: '新建这个客户' }).click();
  await page.getByText('已新建客户“云岭阀门有限公司”').waitFor();
  await drawer.getByText('客户里还没有').waitFor({ state: 'detached' });
  await drawer.getByLabel('职务', { exact: true }).fill('采购经理');
  // Read again, what was corrected stays.
  await drawer.getByRole('button', { name: '识别并填入' }).click();
  expect(await drawer.getByLabel('职务', { exact: true }).inputValue()).toBe('采购经理');
  await drawer.getByRole('button', { name: /^保\s?存$/ }).click();
  await page.waitForURL(/\/contacts\/[0-9a-f-]{36}/);
  await page.getByRole('heading', { level: 1, name: '白若兰' }).waitFor();
  expect(await found('白若兰')).toMatchObject([{ name: '白若兰', accountName: '云岭阀门有限公司' }]);
  await shot(page, 'cards-6-contact');
});

test('the employer is there now: the same card chooses it; nothing understood is said', async () => {
  await page.goto('/contacts?new=paste');
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('名片或签名的文字').fill('程思远\n云岭阀门公司');
  await drawer.getByRole('button', { name: '识别并填入' }).click();
  await drawer.getByTitle('云岭阀门有限公司').first().waitFor();
  await drawer.getByLabel('名片或签名的文字').fill('……');
  await drawer.getByRole('button', { name: '识别并填入' }).click();
  await drawer.getByText('没有认出可以填的内容').waitFor();
  expect(await drawer.getByLabel('姓名', { exact: true }).inputValue()).toBe('');
  await page.evaluate(() => localStorage.setItem('longmen.lang', 'en'));
  await page.goto('/contacts?new=paste');
  await drawer.getByLabel('Text of the card or signature').fill(signature);
  await drawer.getByRole('button', { name: 'Read and fill in' }).click();
  await drawer.getByText('Not taken over: birthday.').waitFor();
  await look('7-signature-en');
  await page.evaluate(() => localStorage.setItem('longmen.lang', 'zh'));
  expect(page.faults).toEqual([]);
});
