import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessible, api, openBrowser, phone, shot, signedIn } from './browser.ts';

/** A rep registers a gift, asks for one above the limit, is refused for an official and during a tender; her manager decides. */
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type Row = { id: string; name: string };
type Made = { id: string; version: number };
const form = (page: Page) => page.getByRole('dialog');

/** A private account of hers with one person, of this journey alone. */
async function account(page: Page, name: string, ownership: string): Promise<{ accountId: string; contactId: string }> {
  const { id: accountId } = await api<Made>(page, 'POST', '/accounts', { name, ownership, confirm: true });
  const { id: contactId } = await api<Made>(page, 'POST', '/contacts', { name: `${name}的采购`, accountId });
  return { accountId, contactId };
}

async function openForm(page: Page, accountId: string, person: string): Promise<void> {
  await page.goto(`/accounts/${accountId}`);
  const card = page.getByRole('region', { name: '礼品与招待' });
  await card.getByRole('button', { name: '登记' }).click();
  await form(page).getByLabel('客户方人员').click();
  await page.getByTitle(person).click();
  await page.keyboard.press('Escape');
  await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'hidden' });
}

async function fill(page: Page, amount: string, purpose: string): Promise<void> {
  await form(page).getByLabel('总价值').fill(amount);
  await form(page).getByLabel('事由').fill(purpose);
}

test('registering within the limit, above it, for an official, during a tender', async () => {
  const rep = await signedIn(browser, 'rep');
  const { accountId } = await account(rep, '霁川重工', 'private');

  // Within the limit: the sums stand beside before it is saved.
  await openForm(rep, accountId, '霁川重工的采购');
  await form(rep).getByText('选好客户方人员、填上金额').waitFor();
  await fill(rep, '150', '新年拜访，公司台历');
  await form(rep).getByText('今年已 ¥0.00 / 上限 ¥500.00').waitFor();
  await form(rep).getByText('在上限以内，登记即可').waitFor();
  await accessible(rep, 'the form');
  await shot(rep, 'gifts-1-within');
  await form(rep).getByRole('button', { name: '登记', exact: true }).click();
  await rep.getByText('已登记').first().waitFor();
  const card = rep.getByRole('region', { name: '礼品与招待' });
  await card.getByText('¥150.00').waitFor();

  // Above it: a request.
  await openForm(rep, accountId, '霁川重工的采购');
  await fill(rep, '380', '验收纪念品');
  await form(rep).getByText('今年已 ¥150.00 / 上限 ¥500.00').waitFor();
  await form(rep).getByText('超过上限，提交后由主管审批').waitFor();
  await shot(rep, 'gifts-2-above');
  await form(rep).getByRole('button', { name: '提交审批' }).click();
  await rep.getByText('已提交，等主管审批').waitFor();
  await card.getByText('1 笔待审批').waitFor();

  // Cash never.
  await openForm(rep, accountId, '霁川重工的采购');
  await fill(rep, '10', '超市购物卡');
  await form(rep)
    .getByText(/现金及等价物.*一律不得送给/)
    .waitFor();
  await shot(rep, 'gifts-3-cash');

  // A public official: nothing, whatever the amount.
  const body = await account(rep, '澄江水务局', 'public');
  await openForm(rep, body.accountId, '澄江水务局的采购');
  await fill(rep, '1', '公司台历');
  await form(rep).getByRole('button', { name: '登记', exact: true }).click();
  await form(rep)
    .getByText(/属于国家工作人员/)
    .first()
    .waitFor();
  await shot(rep, 'gifts-4-official');

  // A tender: frozen, and the deal is named.
  const deal = await api<Made>(rep, 'POST', '/deals', { name: '霁川二期', playbookId: 'industrial', accountId });
  await api(rep, 'POST', `/deals/${deal.id}/facts`, { version: deal.version, values: { 'buyer.stage': 'tender' } });
  await openForm(rep, accountId, '霁川重工的采购');
  await fill(rep, '1', '公司台历');
  await form(rep).getByText('商机“霁川二期”正处于“招标评标”').waitFor();
  await shot(rep, 'gifts-5-frozen');
  // Over: the request can be decided on again.
  const { deal: now } = await api<{ deal: Made }>(rep, 'GET', `/deals/${deal.id}`);
  await api(rep, 'POST', `/deals/${deal.id}/facts`, { version: now.version, values: { 'buyer.stage': 'commit' } });
  expect(rep.faults).toEqual([]);

  // Her manager is told, finds it on the workbench, decides on a phone.
  const manager = await signedIn(browser, 'manager', phone);
  await manager.goto('/');
  const waiting = manager.getByRole('region', { name: '礼品与招待待审批' });
  await waiting.getByText(/霁川重工/).waitFor();
  await waiting.getByRole('link', { name: '去审批' }).click();
  const request = manager.getByRole('region', { name: '霁川重工' });
  await request.getByText('验收纪念品').waitFor();
  await accessible(manager, 'the approvals');
  await shot(manager, 'gifts-6-approvals');
  await request.getByRole('button', { name: '批准' }).click();
  await request.getByText('请写明理由').waitFor();
  await request.getByLabel('审批意见').fill('验收留念，公开赠送');
  await request.getByRole('button', { name: '批准' }).click();
  await manager.getByText('已批准').first().waitFor();
  expect(manager.faults).toEqual([]);

  // The rep is told, sees it, and corrects her first entry: the old one stays, void.
  await rep.goto('/');
  await rep.getByRole('button', { name: /未读/ }).click();
  await rep
    .getByRole('dialog', { name: '消息' })
    .getByText(/批准了“霁川重工”/)
    .click();
  await rep.getByText('验收留念，公开赠送').waitFor();
  const { rows } = await api<{ rows: (Row & { state: string })[] }>(
    rep,
    'GET',
    `/gifts?accountId=${accountId}&state=registered`,
  );
  await rep.goto(`/compliance/gifts/${rows[0]!.id}`);
  await rep.getByRole('button', { name: '更正' }).click();
  await form(rep).getByLabel('为什么更正').fill('金额写错了');
  await form(rep).getByLabel('总价值').fill('120');
  await form(rep).getByText('今年已 ¥380.00 / 上限 ¥500.00').waitFor();
  await form(rep).getByRole('button', { name: '登记', exact: true }).click();
  await rep.getByRole('link', { name: '更正自上一条登记' }).click();
  await rep.getByText('已由新的登记更正').waitFor();
  await rep.getByText('周明远作废：金额写错了').waitFor();
  await shot(rep, 'gifts-7-corrected');
  await rep.goto(`/compliance/gifts?accountId=${accountId}`);
  await rep.getByText('已作废').first().waitFor();
  await accessible(rep, 'the list');
  await shot(rep, 'gifts-8-list');
  expect(rep.faults).toEqual([]);
});
