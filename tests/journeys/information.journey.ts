import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessible, api, openBrowser, phone, shot, signedIn } from './browser.ts';

/** A rep finds the holes, fills them with two taps and what she heard; completeness grows, the gate follows; the sheet is printed. */
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type Made = { id: string; version: number };
const told = { source: { kind: 'observation' }, observedOn: '2026-01-05', strength: 'done' };
/** Saved: the pad is away. */
const folded = (line: Locator) => line.getByRole('textbox').first().waitFor({ state: 'detached' });
const item = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name }).first();

test('holes, who could tell, completeness, the gate, the sheet', async () => {
  const rep = await signedIn(browser, 'rep');
  const account = await api<Made>(rep, 'POST', '/accounts', {
    name: '霁川精密铸造',
    ownership: 'private',
    confirm: true,
  });
  const accountId = account.id;
  const person = { name: '佘会计', department: '财务部', title: '财务经理', accountId };
  await api<Made>(rep, 'POST', '/contacts', person);
  const deal = await api<Made>(rep, 'POST', '/deals', { name: '霁川熔炼线', playbookId: 'six-step', accountId });

  // Holes are as plain as facts: what to ask, and whom.
  await rep.goto(`/accounts/${accountId}?tab=information`);
  await rep.getByText('还没有收集客户资料').waitFor();
  const terms = item(rep, '付款方式与账期');
  await terms.getByText('通常怎么付款').waitFor();
  await item(rep, '系统构成与工艺').getByText('还没有认识的人，找：技术部门').waitFor();
  await accessible(rep, 'the holes');
  await shot(rep, 'information-1-holes');

  // Two taps and what she said.
  await terms.getByRole('button', { name: '佘会计 · 财务经理' }).click();
  await terms.getByRole('button', { name: /^口头/ }).click();
  await terms.getByText('先写下内容').waitFor();
  await terms.getByRole('textbox', { name: '付款方式与账期' }).fill('3-6-1，账期九十天');
  await shot(rep, 'information-2-pad');
  await terms.getByRole('button', { name: /^口头/ }).click();
  await folded(terms);
  await terms.getByText('3-6-1，账期九十天').waitFor();
  await terms.getByText('佘会计').waitFor();
  await rep.getByRole('link', { name: '财务 28%' }).waitFor();

  // What describes a personal benefit is refused, and stays to be put right.
  const rivals = item(rep, '对手的销售与打法');
  await rivals.getByRole('button', { name: '填写：对手的销售与打法' }).click();
  await rivals.getByRole('textbox', { name: '对手的销售与打法' }).fill('给采购 3 个点回扣');
  await rivals.getByRole('button', { name: /^行为/ }).click();
  await rivals.getByRole('alert').waitFor();
  await rivals.getByRole('textbox', { name: '对手的销售与打法' }).fill('每周来两次，先找车间');
  await rivals.getByRole('button', { name: /^行为/ }).click();
  await folded(rivals);
  await rivals.getByText('亲眼所见').waitFor();

  // Asked in vain stays a hole.
  const budget = item(rep, '今年同类预算');
  await budget.getByRole('button', { name: '填写：今年同类预算' }).click();
  await budget.getByRole('button', { name: '问过，对方不清楚' }).click();
  await budget.getByText('问过，还不清楚').waitFor();

  // A step of the approval path.
  await rep.getByRole('button', { name: '添加：审批路径' }).click();
  const form = rep.getByRole('dialog');
  await form.getByLabel('审批岗位或会议').fill('设备部长');
  // What is no amount is not kept as none, which here would mean without limit.
  await form.getByLabel('审批上限金额').fill('五十');
  await form.getByRole('button', { name: /保\s*存/ }).click();
  await form.getByText('写数字即可').waitFor();
  await form.getByLabel('审批上限金额').fill('50万');
  await form.getByRole('button', { name: /保\s*存/ }).click();
  await rep.getByText('¥50万以下').waitFor();
  await shot(rep, 'information-3-known');

  // The facts of the deal follow, and with them its gate.
  const current = async () => {
    const { deal: now } = await api<{ deal: { facts: { values: { [id: string]: number } } } }>(
      rep,
      'GET',
      `/deals/${deal.id}`,
    );
    return now.facts.values['information.current']!;
  };
  expect(await current()).toBeLessThan(60);
  const about = { version: 0, told };
  for (const [name, value] of [
    ['current.business', '精密铸件'],
    ['current.topology', '三条熔炼线，各自单机控制'],
    ['current.plans', '熔炼线改造'],
    ['current.problems', '温度靠人看'],
  ])
    await api(rep, 'POST', `/accounts/${accountId}/information`, { ...about, item: name, value });
  await api(rep, 'POST', `/accounts/${accountId}/information/rows`, {
    ...about,
    content: { list: 'installed', row: { use: '中频炉', brand: '两家混用', quantity: 6, sinceYear: 2014 } },
  });
  expect(await current()).toBeGreaterThanOrEqual(60);
  await rep.goto(`/deals/${deal.id}?tab=gate`);
  await rep
    .getByText(/客户现状资料完整度/)
    .first()
    .waitFor();
  await shot(rep, 'information-4-gate');

  // The project behind the deal.
  await rep.goto(`/deals/${deal.id}?tab=facts`);
  const phases = item(rep, '分几期');
  await phases.getByRole('button', { name: '填写：分几期' }).click();
  await phases.getByRole('textbox', { name: '分几期' }).fill('两期');
  await phases.getByRole('button', { name: /^行为/ }).click();
  await folded(phases);
  await phases.getByText('两期').waitFor();
  await shot(rep, 'information-5-project');

  // On paper.
  await rep.goto(`/accounts/${accountId}/information?deal=${deal.id}`);
  await rep.getByText('项目资料：霁川熔炼线').waitFor();
  await accessible(rep, 'the sheet');
  await rep.emulateMedia({ media: 'print' });
  expect(await rep.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
  await rep.getByText('3-6-1，账期九十天').waitFor();
  await shot(rep, 'information-6-print');
  const pdf = await rep.pdf({ preferCSSPageSize: true });
  expect(pdf.length).toBeGreaterThan(10_000);
  // The customer of whom most is known fits on one page; its project is a page of its own.
  const { rows } = await api<{ rows: { id: string; name: string }[] }>(rep, 'GET', '/accounts?limit=200');
  await rep.goto(`/accounts/${rows.find(({ name }) => name === '北岭特殊钢集团有限公司')!.id}/information`);
  await rep.getByText('北岭市冶金大道 1 号').waitFor();
  const full = (await rep.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(full.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await rep.emulateMedia({ media: 'screen' });
  expect(rep.faults).toEqual([]);

  // On the phone the same.
  const walking = await signedIn(browser, 'rep', phone);
  await walking.goto(`/accounts/${accountId}?tab=information`);
  await item(walking, '付款方式与账期').getByText('3-6-1，账期九十天').waitFor();
  await walking.getByText('只看缺的').click();
  await item(walking, '付款方式与账期').waitFor({ state: 'detached' });
  await shot(walking, 'information-7-phone');
  expect(walking.faults).toEqual([]);
});
