import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { sql } from 'kysely';
import type { Database } from '#platform/database/database.server.ts';
import { hasChromium, openChromium } from '../scripts/chromium.server.ts';
import { timeRow, type Row } from './row.ts';

const root = join(import.meta.dirname, '..');
export const OPEN_DEALS = 5_000;
const card = '[draggable=true]';

/** The web app that the measured server will serve; told and left out without a browser. Before the server starts. */
export function prepareBoard(): void {
  if (!hasChromium() || existsSync(join(root, 'dist', 'index.html'))) return;
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' });
}

/** The board's 5 000 open deals at every scale: what is missing is copied from the open deals there are. */
export async function fillBoard({ system }: Database, tenantId: string): Promise<void> {
  await sql`
    insert into deals (tenant_id, id, name, account_id, amount, close_on, class, state, playbook_id, playbook_version, stage_id,
      stage_since, owner_id, team_id, grams, gate_met, gate_total, created_at, updated_at)
    select tenant_id, gen_random_uuid(), name || '·' || copy, account_id, amount, close_on, class, state, playbook_id,
      playbook_version, stage_id, stage_since, owner_id, team_id, grams, gate_met, gate_total, created_at, updated_at
    from deals, generate_series(1, ${OPEN_DEALS}) copy
    where tenant_id = ${tenantId} and state = 'open'
    limit greatest(0, ${OPEN_DEALS} - (select count(*) from deals where tenant_id = ${tenantId} and state = 'open'))`.execute(
    system,
  );
}

/** The board with all open deals, as a person sees it: first cards, scrolling, a card moved. */
export async function boardBenchmark(port: number, cookie: string, machine: number): Promise<Row[]> {
  if (!hasChromium()) {
    console.log('No Chromium here (/usr/bin/chromium, or CHROMIUM): the board is not measured in a browser.');
    return [];
  }
  const browser = await openChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    const [name, value] = cookie.split('=', 2) as [string, string];
    const url = `http://127.0.0.1:${port}`;
    await context.addCookies([{ name, value, url }]);
    const page = await context.newPage();
    const open = `${url}/deals?view=board&playbookId=six-step`;
    const first = [];
    for (let turn = 0; turn < 6; turn++) first.push(await timeToCards(page, open));
    // The first visit fetches the program, too; the others are every other day.
    const [cold, ...warm] = first as [number, ...number[]];
    const usual = warm.toSorted((a, b) => a - b)[Math.floor(warm.length / 2)]!;
    const deals = await countOnBoard(page);
    const { fps, slow, seen } = await scroll(page);
    const moved = await moveCard(page);
    return [
      timeRow(
        `board in a browser, ${deals} open deals: first cards`,
        usual,
        1000,
        machine,
        ` (first visit ${Math.round(cold)} ms)`,
      ),
      {
        work: `board: scroll through ${seen} cards`,
        measured: `${Math.round(fps)} fps, ${Math.round(slow * 100)} % of frames over 34 ms`,
        bar: '≥ 50 fps',
        met: fps >= 50,
      },
      {
        work: 'board: a card moved',
        measured: `${moved.requests} requests, ${moved.reloads} reloads, other cards ${moved.kept ? 'kept' : 'drawn anew'}`,
        bar: 'no reload',
        met: moved.reloads === 0 && moved.kept,
      },
    ];
  } finally {
    await browser.close();
  }
}

/** Milliseconds from the start of the navigation to a frame with a card in it. */
async function timeToCards(page: Page, url: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'commit' });
  const found = await page.waitForFunction(
    (selector) => document.querySelector(selector) !== null && performance.now(),
    card,
    { polling: 'raf', timeout: 30_000 },
  );
  return Number(await found.jsonValue());
}

async function countOnBoard(page: Page): Promise<number> {
  const counts = await page.locator('h2 + span').allInnerTexts();
  return counts.reduce((sum, text) => sum + Number(text.replaceAll(/\D/g, '')), 0);
}

/** Scrolls the fullest column for four seconds, about a card each fourth frame; more is fetched on the way. */
async function scroll(page: Page) {
  await page.waitForLoadState('networkidle');
  return page.evaluate(async () => {
    const columns = [...document.querySelectorAll('main ul')].map((list) => list.parentElement!);
    const box = columns.toSorted((a, b) => b.scrollHeight - a.scrollHeight)[0]!;
    const seen = new Set<string>();
    const frames: number[] = [];
    const start = performance.now();
    let last = start;
    while (last - start < 4_000) {
      box.scrollTop += 32;
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      frames.push(now - last);
      last = now;
      for (const link of box.querySelectorAll('a')) seen.add(link.href);
    }
    const slow = frames.filter((ms) => ms > 34).length / frames.length;
    return { fps: frames.length / ((last - start) / 1000), slow, seen: seen.size };
  });
}

/** One stage back by the keyboard, with a reason; counts what the browser asks for meanwhile. */
async function moveCard(page: Page) {
  const column = page.locator('main ul').nth(2);
  const link = column.locator('a').first();
  const name = await link.innerText();
  const other = page.locator('main ul').nth(4).locator('a').first();
  await other.evaluate((element) => element.setAttribute('data-marked', ''));
  let requests = 0;
  let reloads = 0;
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/api/')) requests++;
    if (request.isNavigationRequest()) reloads++;
  });
  await link.focus();
  await page.keyboard.press('Alt+ArrowLeft');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('测速：退回一步');
  await dialog.getByRole('button').last().click();
  await column.getByRole('link', { name, exact: true }).waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
  return { requests, reloads, kept: (await page.locator('[data-marked]').count()) === 1 };
}
