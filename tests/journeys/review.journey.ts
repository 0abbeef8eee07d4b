import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessible, api, openBrowser, phone, shot, signedIn } from './browser.ts';

/** A manager's Monday review: agenda, two deals talked about, acts, minutes; the rep does one; the next review tests it. */
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type Item = {
  id: string;
  version: number;
  discussed: boolean;
  notes: string;
  deal: { id: string; name: string; ownerName: string };
  acts: { taskId: string; title: string }[];
};
type Shown = { review: { id: string; version: number; state: string }; items: Item[] };
type Tasks = { rows: { id: string; title: string; version: number; reviewId: string | null }[] };

const show = (page: Page, id: string) => api<Shown>(page, 'GET', `/reviews/${id}`);

async function planned(page: Page): Promise<string> {
  // It is named when the names of the teams are here.
  await expect.poll(() => page.getByRole('dialog').getByLabel('名称').inputValue()).not.toBe('');
  await page.getByRole('dialog').getByRole('button', { name: '安排', exact: true }).click();
  await page.waitForURL(/\/reviews\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: '开始评审' }).waitFor();
  return page.url().match(/[0-9a-f-]{36}/)![0];
}

test("a manager's Monday review", async () => {
  const page = await signedIn(browser, 'manager');
  await page.goto('/');
  await page.getByRole('link', { name: '安排评审' }).click();
  await page.getByRole('dialog').getByLabel('名称').waitFor();
  await accessible(page, 'a new review');
  // The name says whose deals, whichever team is chosen.
  const name = page.getByRole('dialog').getByLabel('名称');
  const choose = async (team: string) => {
    await page.getByRole('dialog').getByLabel('团队').click();
    await page.getByTitle(team, { exact: true }).last().click();
    await expect.poll(() => name.inputValue()).toContain(team);
  };
  const own = '华北销售部';
  await expect.poll(() => name.inputValue()).toContain(own);
  await choose('华东销售部');
  await choose(own);
  const id = await planned(page);

  const agenda = page.getByRole('navigation', { name: '议程' });
  const before = (await show(page, id)).items;
  expect(before.length).toBeGreaterThan(2);
  await page.getByRole('button', { name: `不谈“${before.at(-1)!.deal.name}”` }).click();
  await page.getByText('已从议程移出').waitFor();
  // Two deals of the rep first: she is told, and does what she is given.
  const mine = before.filter(({ deal }) => deal.ownerName === '周明远').slice(0, 2);
  const rest = (await show(page, id)).items.filter((item) => !mine.some((one) => one.id === item.id));
  const { review } = await show(page, id);
  const dealIds = [...mine, ...rest].map(({ deal }) => deal.id);
  await api(page, 'POST', `/reviews/${id}/agenda`, { version: review.version, dealIds });
  await page.reload();
  await agenda.getByRole('button', { name: mine[0]!.deal.name }).first().waitFor();
  await accessible(page, 'the agenda');
  await shot(page, 'review-1-agenda');
  await page.getByRole('button', { name: '开始评审' }).click();
  await page.getByText(/^议程定格于/).waitFor();

  const [first, second] = mine as [Item, Item];
  const deal = page.getByRole('article', { name: first.deal.name });
  await deal.getByLabel(/^例如：拍板人/).fill('管钱的没有坐下来谈过');
  await deal.getByRole('button', { name: '记下' }).click();
  await deal.getByRole('button', { name: '应对' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('做什么').fill('约财务处长当面过一遍条款');
  await form.getByRole('button', { name: '安排', exact: true }).click();
  await page.getByText('已安排给周明远').first().waitFor();
  await deal.getByRole('textbox', { name: '决定' }).fill('先见财务，再谈签约');
  await deal.getByText('已保存').first().waitFor();

  // The rep writes into the same notes while hers are on their way: she is told, and both are kept.
  const rep = await signedIn(browser, 'rep');
  /** Her next save meets what the rep has written into the same deal meanwhile. */
  const repWrites = (written: { notes?: string; decision?: string }) =>
    page.route(
      `**/api/reviews/${id}/items/${first.id}`,
      async (route) => {
        const { version } = (await show(rep, id)).items.find((item) => item.id === first.id)!;
        await api(rep, 'PATCH', `/reviews/${id}/items/${first.id}`, { version, ...written });
        await route.continue();
      },
      { times: 1 },
    );
  await repWrites({ notes: '财务处长周四在' });
  await deal.getByRole('textbox', { name: '讨论记录' }).fill('违约金上限要守住');
  await deal.getByText('您写的同时周明远改了这一段').waitFor();
  await shot(page, 'review-2-both-wrote');
  await deal.getByRole('button', { name: '两段都留' }).click();
  await deal.getByText('已保存').nth(1).waitFor();
  const kept = (await show(page, id)).items.find((item) => item.id === first.id)!;
  expect(kept.notes).toBe('财务处长周四在\n违约金上限要守住');
  // The rep writes another text of the item meanwhile, and the line is slow: hers goes again, with what she typed since.
  await repWrites({ decision: '先见财务，再谈签约，不急' });
  const read = new URL(`/api/reviews/${id}`, page.url()).href;
  await page.route(
    read,
    async (route) => {
      await new Promise((late) => setTimeout(late, 1500));
      await route.continue();
    },
    { times: 1 },
  );
  const sending = page.waitForRequest((request) => request.method() === 'PATCH');
  const notes = deal.getByRole('textbox', { name: '讨论记录' });
  await notes.press('ControlOrMeta+End');
  await notes.pressSequentially('，附件也要看');
  await sending;
  await notes.pressSequentially('，周五前');
  const after = '财务处长周四在\n违约金上限要守住，附件也要看，周五前';
  await expect.poll(async () => (await show(page, id)).items.find((item) => item.id === first.id)!.notes).toBe(after);
  expect(await deal.getByText('您写的同时').count()).toBe(0);
  await accessible(page, 'the session');
  await deal.getByRole('button', { name: '谈完，下一单' }).click();

  const other = page.getByRole('article', { name: second.deal.name });
  await other.getByRole('button', { name: '安排行动' }).first().click();
  await form.getByLabel('做什么').fill('把会签路线写清楚');
  await form.getByRole('button', { name: '安排', exact: true }).click();
  await other.getByRole('link', { name: '把会签路线写清楚' }).waitFor();
  await other.getByRole('button', { name: '谈完，下一单' }).click();
  await shot(page, 'review-3-session');

  await page.getByRole('button', { name: '结束评审' }).click();
  await form.getByText(/^谈了 2\//).waitFor();
  await form.getByLabel(/^总结/).fill('管钱的都要见');
  await form.getByRole('button', { name: '结束', exact: true }).click();
  await page.getByText('评审已结束，负责人会收到消息').waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.getByRole('heading', { level: 1 }).filter({ visible: true }).waitFor();
  expect(await page.getByText('先见财务，再谈签约').filter({ visible: true }).count()).toBe(1);
  await shot(page, 'review-4-paper');
  await page.emulateMedia({ media: 'screen' });
  expect(page.faults).toEqual([]);

  // The rep is told, finds her task and the story of the deal.
  await rep.goto('/');
  await rep.getByRole('button', { name: /未读/ }).click();
  const told = rep.getByRole('dialog', { name: '消息' });
  await told
    .getByText(/结束了商机评审/)
    .first()
    .waitFor();
  await told
    .getByText(/约财务处长当面过一遍条款/)
    .first()
    .waitFor();
  await rep.goto(`/deals/${first.deal.id}?tab=timeline`);
  await rep.getByRole('link', { name: '在商机评审中讨论' }).first().waitFor();
  await rep.goto(`/deals/${first.deal.id}?tab=records`);
  await rep.getByRole('link', { name: '来自商机评审' }).first().waitFor();
  await shot(rep, 'review-5-task');
  const { rows } = await api<Tasks>(rep, 'GET', `/tasks?subjectKind=deal&subjectId=${first.deal.id}`);
  const task = rows.find(({ title }) => title === '约财务处长当面过一遍条款')!;
  expect(task.reviewId).toBe(id);
  await api(rep, 'POST', `/tasks/${task.id}/done`, { version: task.version, done: true });
  expect(rep.faults).toEqual([]);

  // The next review, planned from the list of deals, tests what was left.
  await page.goto(`/deals?search=${encodeURIComponent(first.deal.name)}`);
  await page.getByRole('grid', { name: '商机' }).locator('[data-index="0"]').getByRole('checkbox').check();
  await page.getByRole('toolbar').getByRole('button', { name: '评审所选' }).click();
  await page.getByRole('dialog').getByLabel('名称').waitFor();
  const next = await planned(page);
  expect(next).not.toBe(id);
  const last = page.getByRole('region', { name: '复查上次' });
  await last.getByText('约财务处长当面过一遍条款').first().waitFor();
  await last.getByText('已完成').first().waitFor();
  await last.getByText('行动都完成了').waitFor();
  await shot(page, 'review-6-tested');
  expect(page.faults).toEqual([]);
});

test('on a phone, before the session: a rep reads the agenda and says something', async () => {
  const page = await signedIn(browser, 'rep', phone);
  await page.goto('/reviews?when=upcoming');
  await page.getByText('华北销售部下周过单').click();
  await page.getByLabel(/^会前会后都可以写/).fill('@高建平 周四见过财务再说');
  await page.getByRole('button', { name: '发表评论' }).click();
  await page.getByText('@高建平 周四见过财务再说').first().waitFor();
  await shot(page, 'review-phone');
  await accessible(page, 'a review on a phone');
  const manager = await signedIn(browser, 'manager');
  const told = await api<{ rows: { kind: string }[] }>(manager, 'GET', '/notifications?limit=5');
  expect(told.rows.map(({ kind }) => kind)).toContain('review.mentioned');
  expect(page.faults).toEqual([]);
});

test('a deal is put to a review from its own page', async () => {
  const page = await signedIn(browser, 'rep');
  const { rows } = await api<{ rows: { id: string }[] }>(page, 'GET', '/deals?state=open&limit=1');
  await page.goto(`/deals/${rows[0]!.id}`);
  await page.getByRole('button', { name: '更多' }).first().click();
  await page.getByRole('menuitem', { name: '安排评审' }).click();
  await planned(page);
  await page.getByRole('article').first().waitFor();
  expect(page.faults).toEqual([]);
});
