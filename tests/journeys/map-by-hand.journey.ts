import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { api, openBrowser, shot, signedIn } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A deal of its own, with a head and two people below on its map, none of them placed by hand. */
async function dealWithMap(page: Page, name: string): Promise<string> {
  type Made = { id: string; version: number };
  const { id: accountId } = await api<Made>(page, 'POST', '/accounts', { name: `${name}水务集团`, confirm: true });
  const { id } = await api<Made>(page, 'POST', '/deals', {
    name: `${name}水厂改造`,
    playbookId: 'six-step',
    accountId,
  });
  const people: string[] = [];
  for (const [who, title] of [
    ['总经理', '总经理'],
    ['总工', '总工程师'],
    ['采购', '采购经理'],
  ]) {
    const contact = await api<Made>(page, 'POST', '/contacts', { name: `${name}${who}`, title, accountId });
    people.push(contact.id);
  }
  const { version } = await api<Made>(page, 'GET', `/deals/${id}/chain`);
  const nodes = people.map((person) => ({ act: 'add', item: 'node', id: person, fields: { kind: 'person' } }));
  const lines = people.slice(1).map((from) => ({
    act: 'add',
    item: 'edge',
    id: crypto.randomUUID(),
    fields: { kind: 'reportsTo', from, to: people[0] },
  }));
  await api(page, 'POST', `/deals/${id}/chain/changes`, { basedOn: version, wanted: [...nodes, ...lines] });
  return id;
}

test('by keys alone: put up a person and a vacant role, connect them, move one, take all of it back and do it again', async () => {
  const page = await signedIn(browser, 'rep');
  const id = await dealWithMap(page, '松澜');
  type Item = { id: string; item: string; fields: { kind?: string; name?: string; from?: string; to?: string } };
  type View = { deal: Item[]; places: { id: string; x: number; y: number }[] };
  const view = () => api<View>(page, 'GET', `/deals/${id}/chain`);
  const cards = () => page.locator('[data-card]').count();
  await page.goto(`/deals/${id}?tab=people`);
  await page.locator('[data-card]').first().waitFor();
  const before = await cards();
  const focused = page.locator('[data-card]:focus');
  while ((await focused.count()) === 0) await page.keyboard.press('Tab');

  // Where the focus is, there one adds; a tab is enough to be there.
  await page.keyboard.press('n');
  await page.keyboard.type('阮明达');
  await page.keyboard.press('Tab');
  await page.keyboard.type('生产副总');
  await page.keyboard.press('Enter');
  await page.locator('[data-card]:focus', { hasText: '阮明达' }).waitFor();
  await page.keyboard.press('n');
  const kinds = page.getByRole('radiogroup', { name: '放上什么' });
  while ((await kinds.locator(':focus').count()) === 0) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.type('采购部部长');
  await page.keyboard.press('Enter');
  await page.locator('[data-card]:focus', { hasText: '采购部部长' }).waitFor();
  const vacant = (await view()).deal.find(({ fields }) => fields.name === '采购部部长')!.id;
  const linesOf = async (kind: string) =>
    (await view()).deal.filter(({ fields }) => fields.kind === kind && fields.from === vacant);
  expect(await linesOf('reportsTo')).toHaveLength(1);
  expect(await cards()).toBe(before + 2);

  await page.keyboard.press('c');
  await page.keyboard.press('ArrowUp');
  // Whom she is about to pick stands clear of the question.
  const question = (await page.locator('[data-over-map]').boundingBox())!;
  await expect.poll(async () => (await focused.boundingBox())!.y).toBeGreaterThan(question.y + question.height);
  await page.keyboard.press('Enter');
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await expect.poll(() => linesOf('influences')).toHaveLength(1);
  await page.locator('[data-card]:focus', { hasText: '采购部部长' }).waitFor();
  // A card that was opened has the focus again.
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-card]:focus', { hasText: '采购部部长' }).waitFor();

  // Held down, it goes on; let go, it stays: one step for the way back.
  await page.keyboard.down('Shift');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.up('Shift');
  const placeNow = async () => (await view()).places.find((place) => place.id === vacant)?.x;
  await expect.poll(placeNow).toBeDefined();
  const moved = (await placeNow())!;
  await shot(page, 'chain-12-by-keys');
  await page.keyboard.press('Control+z');
  await expect.poll(placeNow).toBe(moved - 40);
  await page.keyboard.press('Control+z');
  await expect.poll(() => linesOf('influences')).toHaveLength(0);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => linesOf('influences')).toHaveLength(1);
  await page.keyboard.press('Delete');
  await expect.poll(cards).toBe(before + 1);
  await page.keyboard.press('Control+z');
  await expect.poll(() => linesOf('influences')).toHaveLength(1);
  expect(page.faults).toEqual([]);
});

test('two people at one map: a drag does not undo the other one, and nothing is taken back over a head', async () => {
  const [mine, theirs] = [await signedIn(browser, 'rep'), await signedIn(browser, 'director')];
  const id = await dealWithMap(mine, '松湄');
  const places = async () => {
    const view = await api<{ places: { id: string; x: number; y: number }[] }>(mine, 'GET', `/deals/${id}/chain`);
    return new Map(view.places.map((place) => [place.id, `${place.x} ${place.y}`]));
  };
  for (const page of [mine, theirs]) {
    await page.goto(`/deals/${id}?tab=people`);
    await page.locator('[data-card]').first().waitFor();
  }
  const drag = async (page: Page, n: number) => {
    const card = page.locator('[data-card]').nth(n);
    const { x, y, width, height } = (await card.boundingBox())!;
    const before = JSON.stringify([...(await places())]);
    await page.mouse.move(x + width * 0.4, y + height * 0.6);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.4 + 60, y + height * 0.6 + 30, { steps: 6 });
    await page.mouse.up();
    await expect.poll(async () => JSON.stringify([...(await places())])).not.toBe(before);
    return (await card.getAttribute('data-card'))!;
  };
  // Both drag a first card: neither knows of a place that the other keeps.
  const first = await drag(mine, 0);
  const put = (await places()).get(first);
  const second = await drag(theirs, 1);
  expect((await places()).get(first)).toBe(put);
  const other = (await places()).get(second);
  await mine.getByRole('button', { name: '撤销' }).click();
  await expect.poll(async () => (await places()).get(first)).not.toBe(put);
  expect((await places()).get(second)).toBe(other);
  expect([...mine.faults, ...theirs.faults]).toEqual([]);
});
