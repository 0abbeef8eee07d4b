import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessible, api, desk, newPage, openBrowser, phone, shot, signedIn } from './browser.ts';

/** A colleague comes and goes: invited, sees her own, locks her door, and hands over what she owned when she leaves. */
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const name = '许诺言';
const email = 'xunuoyan@longmen.example';
const password = '春江潮水连海平 2026';
const team = '华北销售部';
const owned = '霁川重工机械有限公司';
let link: string;
let hers: Page & { faults: string[] };
let secret: string;

/** What her authenticator shows now. */
const code = () => createOTP(secret).totp();

async function accountNames(page: Page): Promise<string[]> {
  const { rows } = await api<{ rows: { name: string }[] }>(page, 'GET', '/accounts?limit=100');
  return rows.map((row) => row.name);
}

/** The same screen on the desk and on a phone, as pictures and for assistive technology. */
async function looked(page: Page, what: string): Promise<void> {
  await shot(page, `invite-${what}-desk`);
  await accessible(page, what);
  await page.setViewportSize(phone);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, `${what} scrolls sideways on a phone`).toBeLessThanOrEqual(0);
  await shot(page, `invite-${what}-phone`);
  await accessible(page, `${what} on a phone`);
  await page.setViewportSize(desk);
}

async function choose(page: Page, option: string): Promise<void> {
  await page.locator('.ant-select-item-option').filter({ hasText: option }).click();
  await page.locator('.ant-select-dropdown').last().waitFor({ state: 'hidden' });
}

/** An ended session serves a few seconds longer at most: a look-up is kept for that long. */
async function signedOutAt(page: Page, path: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(path, { waitUntil: 'networkidle' });
        return new URL(page.url()).pathname;
      },
      { timeout: 15_000 },
    )
    .toBe('/sign-in');
}

test('the administrator makes a link, with role and team', async () => {
  const page = await signedIn(browser, 'admin');
  await page.goto('/settings/people');
  await page.getByRole('button', { name: '邀请同事' }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('姓名').fill(name);
  await drawer.getByLabel('邮箱').fill(email);
  await drawer.getByLabel('团队', { exact: true }).click();
  await choose(page, team);
  await expect.poll(() => drawer.getByRole('checkbox', { name: /^客户经理/ }).isChecked()).toBe(true);
  // How far she sees follows her role, until somebody says otherwise.
  const sees = (scope: RegExp) => drawer.getByRole('radio', { name: scope });
  await drawer.getByRole('checkbox', { name: /^客户经理/ }).uncheck();
  await drawer.getByRole('checkbox', { name: /^销售经理/ }).check();
  await expect.poll(() => sees(/^本团队及下级/).isChecked()).toBe(true);
  await drawer.getByRole('checkbox', { name: /^销售经理/ }).uncheck();
  await drawer.getByRole('checkbox', { name: /^客户经理/ }).check();
  await expect.poll(() => sees(/^本人/).isChecked()).toBe(true);
  await looked(page, '1-invite');
  await drawer.getByRole('button', { name: '生成邀请链接' }).click();
  link = await drawer.getByText(/\/invitation\//).innerText();
  await looked(page, '2-link');
  await drawer.getByRole('button', { name: '完成' }).click();
  await page.getByText('待接受的邀请').waitFor();
  await looked(page, '3-waiting');
  expect(page.faults).toEqual([]);
});

test('the colleague opens the link on a machine that nobody signed in at, sets a password and is in', async () => {
  hers = await newPage(browser);
  await hers.goto(link);
  await hers.getByRole('heading', { level: 1, name: /^加入/ }).waitFor();
  await hers.getByText(email).waitFor();
  // What is too easy to guess is said beside the field.
  await hers.getByLabel('设置密码').fill('12345');
  await hers.getByRole('button', { name: '加入并登录' }).click();
  await hers
    .getByText(/至少 10 个字符/)
    .first()
    .waitFor();
  await looked(hers, '4-join');
  await hers.getByLabel('设置密码').fill(password);
  await hers.getByRole('button', { name: '加入并登录' }).click();
  await hers.getByRole('navigation').first().waitFor();
  await hers.getByText('三步开始').waitFor();
  await looked(hers, '5-first-day');
  hers.faults.length = 0;
});

test('the link is used up', async () => {
  const other = await newPage(browser);
  await other.goto(link);
  await other.getByRole('heading', { level: 1, name: '这个链接不能用了' }).waitFor();
  await looked(other, '6-used-up');
  await other.context().close();
});

test('she sees only her own: nothing yet, and what to do about it', async () => {
  expect(await accountNames(hers)).toEqual([]);
  for (const [path, act] of [
    ['/accounts', '新建客户'],
    ['/contacts', '新建联系人'],
    ['/deals', '新建商机'],
  ] as const) {
    await hers.goto(path, { waitUntil: 'networkidle' });
    await expect.poll(() => hers.getByRole('main').getByRole('button', { name: act }).count()).toBeGreaterThan(0);
    await looked(hers, `7-empty${path.replace('/', '-')}`);
  }
  await hers.goto('/accounts');
  await hers.getByRole('button', { name: '新建客户' }).first().click();
  await hers.getByLabel('客户名称').fill(owned);
  await hers.getByRole('button', { name: '保存' }).click();
  await hers.getByRole('heading', { level: 1, name: owned }).waitFor();
  expect(await accountNames(hers)).toEqual([owned]);
});

test('her manager sees the whole team, her neighbour does not see hers', async () => {
  const manager = await signedIn(browser, 'manager');
  const seen = await accountNames(manager);
  expect(seen).toContain(owned);
  expect(seen.length).toBeGreaterThan(1);
  const neighbour = await signedIn(browser, 'rep');
  const theirs = await accountNames(neighbour);
  expect(theirs).not.toContain(owned);
  expect(theirs.length).toBeGreaterThan(0);
});

test('she turns two-step verification on, and signs in with a code', async () => {
  await hers.goto('/settings/security');
  await hers.getByRole('button', { name: '开启两步验证' }).click();
  await hers.getByLabel('请先确认密码').fill(password);
  await hers.getByRole('button', { name: '下一步' }).click();
  await hers.getByRole('img', { name: '两步验证二维码' }).waitFor();
  const shown = (await hers.locator('code').first().innerText()).replaceAll(/\s/g, '');
  secret = new TextDecoder().decode(base32.decode(shown));
  await looked(hers, '8-enrol');
  await hers.getByLabel('6 位验证码').fill(await code());
  await hers.getByRole('button', { name: '确认开启' }).click();
  await hers.getByText('备用码', { exact: true }).waitFor();
  await looked(hers, '9-backup-codes');
  await hers.getByRole('button', { name: '我已存好' }).click();
  await hers.getByText('已开启').first().waitFor();

  const elsewhere = await newPage(browser);
  await elsewhere.goto('/accounts');
  await elsewhere.getByLabel('邮箱').fill(email);
  await elsewhere.getByLabel('密码').fill(password);
  await elsewhere.getByRole('button', { name: '登录', exact: true }).click();
  await elsewhere.getByRole('heading', { name: '两步验证' }).waitFor();
  await looked(elsewhere, '10-second-factor');
  await elsewhere.getByLabel('验证码').fill('000000');
  await elsewhere.getByRole('button', { name: '验证并登录' }).click();
  await elsewhere.getByText(/验证码不对或已过期/).waitFor();
  await elsewhere.getByLabel('验证码').fill(await code());
  await elsewhere.getByRole('button', { name: '验证并登录' }).click();
  // She is brought to the page that she asked for.
  await elsewhere.getByRole('heading', { level: 1, name: '客户' }).waitFor();
  expect(new URL(elsewhere.url()).pathname).toBe('/accounts');

  // Both devices are told; the other one is sent away from here.
  await hers.reload();
  const sessions = hers.getByRole('listitem').filter({ hasText: '登录于' });
  await expect.poll(() => sessions.count()).toBe(2);
  await looked(hers, '11-sessions');
  await sessions.getByRole('button', { name: /^结束/ }).click();
  await expect.poll(() => sessions.count()).toBe(1);
  await signedOutAt(elsewhere, '/accounts');
  await elsewhere.context().close();
});

test('she leaves: all goes to a colleague, she is signed out where she stands', async () => {
  const page = await signedIn(browser, 'admin');
  // Once the list is in and the forms are fetched: a menu opened before goes when its row is drawn anew.
  await page.goto('/settings/people', { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: `更多操作：${name}` }).click();
  await page.getByRole('menuitem', { name: /离职交接/ }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('客户', { exact: true }).waitFor();
  await drawer.getByRole('combobox', { name: '接手人' }).fill('李思雨');
  await choose(page, '李思雨');
  await looked(page, '12-hand-over');
  await drawer.getByRole('button', { name: '完成交接' }).click();
  await page.getByText(/已交接 \d+ 项/).waitFor();
  await expect.poll(() => page.getByRole('button', { name: `更多操作：${name}` }).count()).toBe(0);
  await looked(page, '13-gone');

  await signedOutAt(hers, '/accounts');
  await looked(hers, '14-signed-out');
  await hers.getByLabel('邮箱').fill(email);
  await hers.getByLabel('密码').fill(password);
  await hers.getByRole('button', { name: '登录', exact: true }).click();
  await hers.getByText(/^邮箱或密码不对/).waitFor();
  const manager = await signedIn(browser, 'manager');
  const { rows } = await api<{ rows: { name: string; ownerName: string }[] }>(manager, 'GET', '/accounts?limit=100');
  expect(rows.find((row) => row.name === owned)?.ownerName).toBe('李思雨');
  expect(page.faults).toEqual([]);
});
