import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { openChromium } from '../../scripts/chromium.server.ts';

const shots = join(import.meta.dirname, 'shots');
mkdirSync(shots, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

export const openBrowser = openChromium;

// Signing in anew for every page would meet the limit of tries.
const kept = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>();

/** A page of somebody's own, signed in. Errors in its console fail the journey that reads `faults`. */
export async function signedIn(browser: Browser, who: string, viewport = desk): Promise<Page & { faults: string[] }> {
  const page = await newPage(browser, viewport);
  const known = kept.get(who);
  if (known) {
    await page.context().addCookies(known);
    return page;
  }
  await page.goto('/');
  await page.getByLabel('邮箱').fill(`${who}@longmen.example`);
  await page.getByLabel('密码').fill(inject('password'));
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('navigation').first().waitFor();
  kept.set(who, await page.context().cookies());
  page.faults.length = 0; // the question who is here is answered 401 before the sign-in
  return page;
}

export async function newPage(browser: Browser, viewport = desk): Promise<Page & { faults: string[] }> {
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    baseURL: inject('baseUrl'),
    acceptDownloads: true,
  });
  const page = Object.assign(await context.newPage(), { faults: [] as string[] });
  page.on('pageerror', (error) => page.faults.push(error.message));
  page.on('console', (message) => {
    // Refusals are answers, not faults: the browser reports each 4xx on its own.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) page.faults.push(message.text());
  });
  return page;
}

/** Waits until nothing moves any more: drawers, menus, colours. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // What has just been asked for begins with the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    // What is folded away stands still, and its end never comes.
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
      .filter(({ effect }) => (effect as KeyframeEffect | null)?.target?.checkVisibility() !== false);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

export async function shot(page: Page, name: string): Promise<void> {
  await settled(page);
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

type Violation = { id: string; impact: string; nodes: { html: string }[] };
export type Trap = { id: string; impact: string; at: string[] };

/** What a reader with assistive technology would trip over: what is serious, by all rules or by these. */
export async function traps(page: Page, rules?: readonly string[]): Promise<Trap[]> {
  // The page's policy allows no foreign script tag; evaluating does not go through it.
  await page.evaluate(axe);
  const violations = await page.evaluate(async (only) => {
    const { axe: checker } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Violation[] }> };
    };
    const result = await checker.run({ resultTypes: ['violations'], ...(only && { runOnly: [...only] }) });
    return result.violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      at: nodes.slice(0, 3).map(({ html }) => html),
    }));
  }, rules);
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
}

export async function accessible(page: Page, name: string): Promise<void> {
  // What is on its way out is none of the page any more.
  await settled(page);
  const serious = await traps(page);
  expect(serious, `${name}: ${JSON.stringify(serious, null, 1)}`).toEqual([]);
}

/** Calls the API as the page's person. */
export async function api<T>(page: Page, method: string, path: string, body?: unknown): Promise<T> {
  const headers = { origin: inject('baseUrl'), 'idempotency-key': crypto.randomUUID() };
  const response = await page.request.fetch(`/api${path}`, { method, headers, ...(body ? { data: body } : {}) });
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`);
  return response.json() as Promise<T>;
}
