import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessible, api, desk, openBrowser, phone, shot, signedIn } from './browser.ts';

/** Every page with the sample company in it, on a desk and a phone: loads, says nothing in the console, axe finds nothing serious. */
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const pages = [
  '/',
  '/accounts',
  '/accounts/:account',
  '/contacts',
  '/contacts/:contact',
  '/deals',
  '/deals?view=board',
  '/deals/:deal',
  '/playbooks',
  '/playbooks/six-step/1',
  '/playbooks/industrial/1',
  '/import',
  '/notifications',
  '/settings',
  '/settings/people',
  '/settings/roles',
  '/settings/fields',
  '/settings/audit',
  '/settings/products',
  '/settings/api-keys',
  '/settings/profile',
];

describe.each([
  ['desk', desk],
  ['phone', phone],
] as const)('%s', (name, viewport) => {
  test.each(pages)('%s', async (path) => {
    const page = await signedIn(browser, 'admin', viewport);
    const first = async (list: string) => (await api<{ rows: { id: string }[] }>(page, 'GET', list)).rows[0]!.id;
    const url = path
      .replace(':account', await first('/accounts?limit=1'))
      .replace(':contact', await first('/contacts?limit=1'))
      .replace(':deal', await first('/deals?limit=1&state=open'));
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await shot(page, `${name}${path.replaceAll(/[^a-z0-9-]+/gi, '_')}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, 'the page scrolls sideways').toBeLessThanOrEqual(0);
    await accessible(page, path);
    expect(page.faults).toEqual([]);
    await page.context().close();
  });
});
