import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessible, api, openBrowser, phone, shot, signedIn } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type Deal = { id: string; version: number; playbookId: string; playbookVersion: number; stageId: string };
type Shown = { deal: Deal; evidence: { record: { check?: string; aside?: true } }[] };

/** Deals of the first version (new ones begin with the second), each with a word on whether we can win. */
async function dealsOfTheFirstVersion(page: Awaited<ReturnType<typeof signedIn>>, names: readonly string[]) {
  const made: Deal[] = [];
  for (const name of names) {
    made.push(await api<Deal>(page, 'POST', '/deals', { name, playbookId: 'regional', amount: 120_000_000 }));
  }
  const rows = made.map(({ id, version }) => ({ id, version }));
  await api(page, 'POST', '/playbooks/regional/moves', { to: 1, rows });
  for (const { id } of made) {
    await api(page, 'POST', `/deals/${id}/evidence`, {
      check: 'can-win',
      direction: 'supports',
      strength: 'said',
      statement: '总工说我们的方案最合适',
      source: { kind: 'stakeholder', name: '总工' },
      observedOn: new Date().toISOString().slice(0, 10),
    });
  }
  return made;
}

test('a new version: see what becomes of each deal, migrate, look back, take it back', async () => {
  const page = await signedIn(browser, 'director');
  const [first] = await dealsOfTheFirstVersion(page, ['迁移旅程甲', '迁移旅程乙']);
  const before = new Date().toISOString();
  await page.goto('/playbooks/regional/2');
  await page.getByRole('link', { name: '迁移商机' }).click();
  await page.getByRole('heading', { name: '迁移商机 · 区域打法' }).waitFor();
  const grid = page.getByRole('grid', { name: '商机' });
  await grid.getByText('迁移旅程甲').waitFor();
  await page.getByText('有 1 项没有同名的').waitFor();
  await grid.getByText('0 条随行，1 条留存').first().waitFor();
  await accessible(page, 'migration');
  await shot(page, 'migrate');

  // The word on winning speaks for whether it is worth it, too: then nothing is left aside.
  await page.getByLabel('“我们赢得了”换到').selectOption({ label: '★ 这单值得做' });
  await grid.getByText('1 条随行', { exact: true }).first().waitFor();
  await page.getByLabel('“我们赢得了”换到').selectOption({ label: '不带过去，留存备查' });
  await grid.getByText('0 条随行，1 条留存').first().waitFor();

  await page.getByRole('button', { name: '全部迁移（2 个）' }).click();
  await page.getByText('已迁移 2 个商机').waitFor();
  const shown = () => api<Shown>(page, 'GET', `/deals/${first!.id}`);
  expect(await shown()).toMatchObject({ deal: { playbookVersion: 2 }, evidence: [{ record: { aside: true } }] });
  const past = await api<Shown>(page, 'GET', `/deals/${first!.id}?at=${before}`);
  expect(past).toMatchObject({ deal: { playbookVersion: 1 }, evidence: [{ record: { check: 'can-win' } }] });

  await page.goto(`/deals/${first!.id}`);
  await page.getByText('留存备查的证据').click();
  await page.getByText('总工说我们的方案最合适').waitFor();
  await page.goto(`/deals/${first!.id}?tab=timeline`);
  await page.getByText('换到“区域打法”第 2 版').waitFor();
  await page.goto(`/deals/${first!.id}?at=${before}`);
  await page
    .getByRole('link', { name: /区域打法/ })
    .first()
    .waitFor();

  await page.goto('/playbooks/regional/migrate');
  await page.getByRole('button', { name: '第 1 版' }).click();
  await page.getByRole('button', { name: '全部迁移（2 个）' }).click();
  await page.getByText('已迁移 2 个商机').waitFor();
  await page.getByRole('button', { name: '撤销这次迁移' }).click();
  await page.getByText('已换回 2 个商机').waitFor();
  expect((await shown()).deal.playbookVersion).toBe(2);
  expect(page.faults).toEqual([]);
});

/** The text with the signs of alliance as ★, whether it was written by hand or by the product. */
function starred(text: string): string {
  const said = /(- id: alliance-signs\n(?:(?! *- id:).*\n)*? *mandatory: )false/;
  if (said.test(text)) return text.replace(said, '$1true');
  return text.replace(/^( *)- id: alliance-signs\n/m, '$&$1  mandatory: true\n');
}

test('a draft is tried on the open deals', async () => {
  const page = await signedIn(browser, 'director');
  await page.goto('/playbooks/six-step/migrate?draft=1');
  const text = page.getByLabel('草稿（YAML）');
  const source = await text.inputValue();
  await text.fill(starred(source));
  await page.getByRole('button', { name: '模拟', exact: true }).click();
  await page.getByText(/\d+ 个商机会低 1 个阶段/).waitFor();
  await page.getByText('出现同盟迹象').first().waitFor();
  await accessible(page, 'simulation');
  await shot(page, 'simulate');
  await text.fill('id: six-step');
  await page.getByText('草稿在模拟之后又改过').waitFor();
  await page.getByRole('button', { name: '重新模拟' }).click();
  await page.getByText(/草稿有 \d+ 处错误/).waitFor();

  // Where somebody is writing, it is the draft that is tried.
  const { source: published } = await api<{ source: string }>(page, 'GET', '/playbooks/regional/versions/2/source');
  const written = { playbookId: 'regional', baseVersion: 2, source: `# 正在写\n${published}` };
  const draft = await api<{ id: string }>(page, 'POST', '/playbook-drafts', written);
  await page.goto('/playbooks/regional/migrate?draft=1');
  await page.getByText(/下面是正在写的草稿/).waitFor();
  expect(await text.inputValue()).toContain('# 正在写');
  await page.getByRole('link', { name: '打开草稿' }).click();
  await page.waitForURL(new RegExp(draft.id));
  await api(page, 'DELETE', `/playbook-drafts/${draft.id}`, {});
  expect(page.faults).toEqual([]);
});

test('a manager changes the method of one deal on a phone, and takes it back', async () => {
  const page = await signedIn(browser, 'manager', phone);
  const deal = await api<Deal>(page, 'POST', '/deals', { name: '换打法旅程', playbookId: 'six-step' });
  await page.goto(`/deals/${deal.id}`);
  await page.getByRole('heading', { name: '换打法旅程' }).waitFor();
  await page.getByRole('button', { name: '更多', exact: true }).first().click();
  await page.getByRole('menuitem', { name: '更换方法论' }).click();
  const sheet = page.getByRole('dialog', { name: '更换方法论' });
  await sheet.getByRole('button', { name: '工业品六阶段' }).click();
  await sheet.getByText('换了以后').waitFor();
  await accessible(page, 'change of method');
  await shot(page, 'change-method-phone');
  await sheet.getByRole('button', { name: '更换', exact: true }).click();
  await page.getByText('已换成“工业品六阶段”').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('已换回原来的方法论').waitFor();
  const { deal: back } = await api<Shown>(page, 'GET', `/deals/${deal.id}`);
  expect(back).toMatchObject({ playbookId: 'six-step', playbookVersion: deal.playbookVersion, stageId: deal.stageId });
  expect(page.faults).toEqual([]);
});
