// On a slow line: what arrives late takes nothing away that was already typed.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { newPage, openBrowser } from './browser.ts';

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
