import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessible, api, openBrowser, shot, signedIn } from './browser.ts';

/** A sensitive fact with consent, masked and seen for a reason; all of a person exported, then erased. */
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type Made = { id: string };
type Policy = { version: number; policy: { kinds: { [kind: string]: object } } };

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label, { exact: true }).click();
  await page.getByTitle(option, { exact: true }).click();
}

test('contacts without activity: from when on, who, and kept for a reason', async () => {
  const admin = await signedIn(browser, 'admin');
  const { version, policy } = await api<Policy>(admin, 'GET', '/privacy-policy');
  await api(admin, 'PUT', '/privacy-policy', { version, policy: { ...policy, reviewAfterDays: 90 } });
  await admin.goto('/settings/privacy');
  await admin.getByRole('main').getByRole('link', { name: '久未往来的联系人' }).last().click();
  const rows = admin.getByRole('main').locator('li[aria-label]');
  await rows.first().getByText('复核日').waitFor();
  const name = (await rows.first().getAttribute('aria-label'))!;
  await rows.first().getByRole('button', { name: '保留…' }).click();
  await rows.first().getByRole('button', { name: '保留', exact: true }).click();
  await rows.first().getByText('请写明理由').waitFor();
  await rows.first().getByLabel('为什么还要保留').fill('她女儿今年高考');
  await rows.first().getByRole('button', { name: '保留', exact: true }).click();
  await rows
    .first()
    .getByText(/不该记录的个人信息/)
    .waitFor();
  await accessible(admin, 'contacts without activity');
  await shot(admin, 'privacy-0-quiet');
  await rows.first().getByLabel('为什么还要保留').fill('质保期内，明年大修');
  await rows.first().getByRole('button', { name: '保留', exact: true }).click();
  await admin
    .getByText(/已保留，下次复核/)
    .first()
    .waitFor();
  await admin.getByRole('button', { name: '90 天内到期' }).click();
  await admin.getByText('质保期内，明年大修').waitFor();
  await admin.locator(`li[aria-label="${name}"]`).getByRole('button', { name: '删除' }).click();
  await admin.getByText('保存期满').waitFor();
  expect(admin.faults).toEqual([]);
});

test('a private number: recorded with consent, masked, seen for a reason; then export and erasure', async () => {
  const admin = await signedIn(browser, 'admin');
  // Off until the company switches it on.
  await admin.goto('/settings/privacy');
  const mobile = admin.getByRole('group', { name: '私人手机' });
  await mobile.getByRole('checkbox').check();
  await admin.getByRole('button', { name: '保存' }).click();
  await mobile.getByText('启用请选定用途').waitFor();
  await accessible(admin, 'the settings');
  await shot(admin, 'privacy-1-settings');
  const { version, policy } = await api<Policy>(admin, 'GET', '/privacy-policy');
  const kinds = { ...policy.kinds, privateMobile: { on: true, purposes: ['visit'], days: 180 } };
  await api(admin, 'PUT', '/privacy-policy', { version, policy: { ...policy, kinds } });

  const rep = await signedIn(browser, 'rep');
  const { id: accountId } = await api<Made>(rep, 'POST', '/accounts', { name: '霁安重工', confirm: true });
  const { id } = await api<Made>(rep, 'POST', '/contacts', { name: '宿远山', accountId, title: '机修科长' });
  await rep.goto(`/contacts/${id}`);
  const card = rep.getByRole('region', { name: '个人信息' });
  await card.getByRole('button', { name: '记录' }).click();
  await choose(rep, '类别', '私人手机');
  const form = rep.getByRole('dialog');
  await form.getByText('敏感：须本人单独同意').waitFor();
  await form.getByLabel('内容').fill('13900139555');
  await form.getByLabel('从哪里知道').fill('本人当面给的');
  await form.getByLabel('为什么需要记录').fill('座机常无人接');
  await form.getByLabel('何时同意').click();
  await rep.getByText('今天', { exact: true }).last().click();
  await form.getByLabel('以什么方式同意').fill('拜访时当面同意');
  await form.getByLabel('同意了什么').fill('用于安排拜访');
  await accessible(rep, 'the form');
  await shot(rep, 'privacy-2-form');
  await form.getByRole('button', { name: '记录' }).click();
  await rep.getByText('已记录').first().waitFor();
  await card.getByText('拜访时当面同意；同意用于安排拜访').waitFor();
  expect(await rep.content()).not.toContain('13900139555');

  await card.getByRole('button', { name: '查看', exact: true }).click();
  await card.getByRole('button', { name: '查看并留下记录' }).click();
  await card.getByText('请写明理由').waitFor();
  await card.getByLabel('为什么要查看私人手机').fill('约见改期');
  await card.getByRole('button', { name: '查看并留下记录' }).click();
  await card.getByText('13900139555').waitFor();
  await accessible(rep, 'the contact');
  await shot(rep, 'privacy-3-seen');
  expect(rep.faults).toEqual([]);

  // The audit log tells who looked and why; so does the contact's page.
  await admin.goto('/settings/audit');
  await admin.getByText('查看了敏感信息').first().waitFor();
  await admin.goto(`/contacts/${id}`);
  await admin.getByText('谁查看过').click();
  await admin.getByText('约见改期').waitFor();
  await shot(admin, 'privacy-4-looks');

  // Everything on a sheet.
  await admin.goto(`/contacts/${id}/export`);
  await admin.getByLabel('为什么导出').fill('本人邮件要求');
  await admin.getByRole('button', { name: '生成' }).click();
  await admin.getByText('13900139555').waitFor();
  await accessible(admin, 'the sheet');
  await shot(admin, 'privacy-5-sheet');

  // Held, then erased.
  await admin.goto(`/contacts/${id}`);
  await admin.getByRole('button', { name: '更多', exact: true }).first().click();
  await admin.getByRole('menuitem', { name: '删除个人信息…' }).click();
  await admin.getByText('个人信息 1 条').waitFor();
  await admin.getByLabel('保全理由').fill('合同纠纷');
  await admin.getByRole('button', { name: '设置保全' }).click();
  await admin.getByText('保全期间不能删除；').waitFor();
  await admin.getByRole('button', { name: '解除保全' }).click();
  await admin.getByLabel(/请输入“宿远山”确认/).fill('宿远');
  await admin.getByRole('button', { name: '删除', exact: true }).click();
  await admin.getByText('与姓名不一致').waitFor();
  await accessible(admin, 'the erasure');
  await shot(admin, 'privacy-6-erasure');
  // A colleague sets a hold while the form is open: it goes, and why nothing was erased stays to be read.
  await api(admin, 'PUT', `/contacts/${id}/legal-hold`, { id, reason: '仲裁期间', standing: null });
  await admin.getByLabel(/请输入“宿远山”确认/).fill('宿远山');
  await admin.getByRole('button', { name: '删除', exact: true }).click();
  await admin.getByText('这位联系人处于法律保全：仲裁期间').waitFor();
  await admin.getByRole('button', { name: '解除保全' }).click();
  await admin.getByRole('button', { name: '设置保全' }).waitFor();
  expect(await admin.getByText('这位联系人处于法律保全').count()).toBe(0);
  // Who came from those due for review is led back to them.
  await admin.goto(`/contacts/${id}/erasure?ground=expired`);
  await admin.getByLabel(/请输入“宿远山”确认/).fill('宿远山');
  await admin.getByRole('button', { name: '删除', exact: true }).click();
  await admin.getByText('已删除').first().waitFor();
  await admin.waitForURL(/\/settings\/quiet-contacts$/);
  await rep.goto(`/contacts/${id}`);
  await rep.getByText('没有这个页面').first().waitFor();
  await admin.goto('/settings/audit');
  await admin.getByText('删除了个人信息').first().waitFor();
  await shot(admin, 'privacy-7-audit');
  expect(admin.faults).toEqual([]);
});
