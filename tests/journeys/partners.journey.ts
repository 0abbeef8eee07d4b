import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessible, api, openBrowser, phone, shot, signedIn } from './browser.ts';

/** A partner registers a project, the conflict is told, a manager accepts, the deal shows it, a second partner is refused. */
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type Made = { id: string; version: number };
const form = (page: Page) => page.getByRole('dialog');

async function choose(page: Page, label: string, typed: string): Promise<void> {
  await form(page).getByLabel(label, { exact: true }).fill(typed);
  await page.getByTitle(typed, { exact: true }).click();
}

test('registering, the conflict, accepting, its deal, a second one', async () => {
  const rep = await signedIn(browser, 'rep');
  const { id: accountId } = await api<Made>(rep, 'POST', '/accounts', { name: '霁川水务有限公司', confirm: true });

  // A new partner, told of the one that is called the same.
  await rep.goto('/partners?new=1');
  await form(rep).getByLabel('名称', { exact: true }).fill('津汐自动化设备');
  await form(rep).getByText('有 1 家可能是同一家').waitFor();
  await form(rep).getByLabel('名称', { exact: true }).fill('霁滨自动化设备有限公司');
  await form(rep).getByText('合作中').click();
  await accessible(rep, 'the form of a partner');
  await form(rep).getByRole('button', { name: '保存' }).click();
  await rep.getByRole('heading', { name: '霁滨自动化设备有限公司' }).waitFor();

  // A tie, with its source.
  await rep.getByRole('button', { name: '记一条关系' }).click();
  await form(rep).getByText('竞争对手').click();
  await form(rep).getByLabel('对手名称').fill('南璞电气');
  await form(rep).getByLabel('怎么知道的').fill('展会上看到代理证书');
  await form(rep).getByRole('button', { name: '保存' }).click();
  await rep.getByText('来源：展会上看到代理证书').waitFor();

  // It registers a project: nothing is in the way yet but the words.
  await rep.getByRole('button', { name: '登记报备' }).click();
  await choose(rep, '客户', '霁川水务有限公司');
  await form(rep).getByLabel('项目名称').fill('二期泵站自控项目');
  await form(rep).getByText('没有撞单').waitFor();
  await form(rep).getByLabel('预计金额').fill('260万');
  await form(rep).getByLabel('伙伴带来什么').fill('给设备处长回扣');
  await form(rep).getByText('无，已向伙伴确认').click();
  await form(rep).getByText('按比例').click();
  await form(rep).getByLabel('比例', { exact: true }).fill('6');
  await form(rep)
    .getByText(/的无须另批/)
    .waitFor();
  await form(rep).getByRole('button', { name: '提交报备' }).click();
  await form(rep)
    .getByText(/内容涉及给客户人员的个人利益/)
    .waitFor();
  await form(rep).getByLabel('伙伴带来什么').fill('有泵站的运维驻点，能安排停机窗口');
  await accessible(rep, 'the form of a registration');
  await shot(rep, 'partners-1-register');
  await form(rep).getByRole('button', { name: '提交报备' }).click();
  await rep.getByText('已提交，等主管审批').first().waitFor();
  await rep.getByText('佣金待批').waitFor();
  const first = new URL(rep.url()).pathname;

  // Her manager approves the commission and then the registration, on a phone.
  const manager = await signedIn(browser, 'manager', phone);
  await manager.goto('/partners/registrations?toDecide=1');
  await manager.getByText('二期泵站自控项目').first().click();
  await manager.getByLabel('意见').fill('同类项目的上限，同意');
  await manager.getByRole('button', { name: '批准佣金' }).click();
  await manager.getByText('佣金已批').waitFor();
  await accessible(manager, 'a registration on a phone');
  await shot(manager, 'partners-2-decide');
  await manager.getByRole('button', { name: '接受报备' }).click();
  await manager.getByText('保护中').first().waitFor();
  expect(manager.faults).toEqual([]);

  // The rep is told, and makes a deal of it; the deal shows it.
  await rep.goto(first);
  await rep.getByText('还剩 89 天').waitFor();
  await rep.getByRole('button', { name: '建成商机' }).click();
  await form(rep).getByRole('button', { name: '保存' }).click();
  await rep.waitForURL(/\/deals\/[0-9a-f-]{36}/);
  const card = rep.getByRole('region', { name: '渠道报备' });
  await card.getByRole('link', { name: '霁滨自动化设备有限公司' }).waitFor();
  await card.getByText('保护中').waitFor();
  await shot(rep, 'partners-3-deal');

  // A second partner comes with the same project: told at once, and it cannot be accepted.
  await rep.goto('/partners/registrations?new=1');
  await choose(rep, '渠道伙伴', '津汐自动化设备有限公司');
  await form(rep).getByLabel('或填写客户名称').fill('霁川水务');
  await form(rep).getByLabel('项目名称').fill('霁川水务2期泵站自控');
  await form(rep)
    .getByText(/同一项目正受保护/)
    .waitFor();
  await form(rep).getByLabel('伙伴带来什么').fill('备件现货');
  await form(rep).getByText('无，已向伙伴确认').click();
  await shot(rep, 'partners-4-conflict');
  await form(rep).getByRole('button', { name: '提交报备' }).click();
  await rep.waitForURL(/\/registrations\/[0-9a-f-]{36}/);
  await rep.getByText('待审批').first().waitFor();
  const second = new URL(rep.url()).pathname;
  await manager.goto(second);
  await manager.getByText(/同一项目正受保护/).waitFor();
  expect(await manager.getByRole('button', { name: '接受报备' }).isDisabled()).toBe(true);
  await manager.getByLabel('驳回原因').fill('霁滨已先报备并在保护期内');
  await manager.getByRole('button', { name: '驳回' }).click();
  await manager.getByText('已驳回').first().waitFor();
  await shot(manager, 'partners-5-refused');

  // Its account knows both; the list and the rules are in order.
  await rep.goto(`/accounts/${accountId}`);
  await rep.getByRole('region', { name: '渠道与伙伴' }).getByRole('link', { name: '二期泵站自控项目' }).waitFor();
  await rep.goto('/partners/registrations');
  await rep.getByText('霁川水务2期泵站自控').waitFor();
  await accessible(rep, 'the registrations');
  await shot(rep, 'partners-6-list');
  expect(rep.faults).toEqual([]);
});
