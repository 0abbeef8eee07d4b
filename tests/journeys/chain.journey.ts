import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessible, api, openBrowser, phone, shot, signedIn } from './browser.ts';

type Fact = { id?: string; name: string; stance?: number };
type DealNow = { deal: { facts: { lists: { stakeholders?: Fact[] } } } };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('put people on the decision chain, say how they stand and on what ground, and see what follows', async () => {
  const page = await signedIn(browser, 'rep');
  const { rows } = await api<{ rows: { id: string; accountId: string | null }[] }>(
    page,
    'GET',
    '/deals?limit=20&state=open&playbookId=industrial',
  );
  const { id } = rows.find(({ accountId }) => accountId)!;
  const factOf = async (name: string) => {
    const { deal } = await api<DealNow>(page, 'GET', `/deals/${id}`);
    return deal.facts.lists.stakeholders?.find((one) => one.name === name);
  };

  await page.goto(`/deals/${id}?tab=people&show=list`);

  // Somebody new, made in place; the person opens beside the list.
  await page.getByRole('button', { name: '添加人物' }).first().click();
  const adding = page.getByRole('dialog', { name: '添加到决策链' });
  await adding.getByLabel('姓名', { exact: true }).fill('韩清源');
  await adding.getByLabel(/^职务/).fill('总工程师');
  await adding.getByRole('button', { name: '新建并放到图上' }).click();
  const sheet = page.getByRole('dialog', { name: /韩清源/ });
  await sheet.getByRole('group', { name: '采购角色' }).getByRole('button', { name: '评估者' }).click();
  await sheet.getByRole('group', { name: '采购角色' }).getByRole('button', { name: '保存' }).click();
  await sheet.getByRole('group', { name: '层级' }).getByRole('button', { name: '决策层' }).click();
  const stance = sheet.getByRole('group', { name: '立场', exact: true });
  await stance.getByRole('button', { name: '中立' }).click();
  await expect.poll(async () => (await factOf('韩清源'))?.stance).toBe(0);

  // To turn what was recorded takes ground; nothing is typed twice.
  await stance.getByRole('button', { name: '支持者' }).click();
  await stance.getByRole('button', { name: '写明原因' }).click();
  await stance.getByLabel('原因').fill('评审会上明确支持我们的方案');
  await shot(page, 'chain-1-ground');
  await accessible(page, 'the drawer of a person');
  await stance.getByRole('button', { name: '按此原因保存' }).click();
  await expect.poll(async () => (await factOf('韩清源'))?.stance).toBe(1);
  await stance.getByRole('button', { name: /本商机填写，查看变化/ }).click();
  await stance.getByText('原因：评审会上明确支持我们的方案').waitFor();

  // A signal of a coach in two taps.
  await sheet.getByRole('button', { name: '教练测试' }).click();
  await sheet
    .getByRole('listitem')
    .filter({ hasText: '肯为我们抽出时间' })
    .getByRole('button', { name: '见到了' })
    .click();
  await sheet.getByRole('button', { name: '行为', exact: true }).click();
  await sheet.getByText('八项表现见到 1 项，来自 1 个场合').waitFor();
  await shot(page, 'chain-2-coach');

  // What follows: the score with its people, risks with their act.
  await page.goto(`/deals/${id}?tab=people&show=analysis`);
  await page.getByRole('heading', { name: '决策链得分' }).waitFor();
  await page.getByRole('region', { name: '采购角色' }).getByRole('button', { name: '韩清源' }).first().click();
  await page.getByRole('dialog', { name: /韩清源/ }).waitFor();
  await page.keyboard.press('Escape');
  const risks = page.getByRole('region', { name: '风险与对策' });
  // An opponent whom a task answers is a risk no more; the last one stays, with its task.
  await risks.getByRole('button', { name: '列入待办' }).last().click();
  await risks
    .getByText(/已在.*的待办中/)
    .first()
    .waitFor();
  await shot(page, 'chain-3-analysis');
  await accessible(page, 'the analysis of a decision chain');

  // The same on a phone, as cards.
  const small = await signedIn(browser, 'rep', phone);
  await small.goto(`/deals/${id}?tab=people`);
  await small.getByRole('button', { name: '韩清源' }).click();
  await small.getByRole('dialog', { name: /韩清源/ }).waitFor();
  await shot(small, 'chain-4-phone');
  await accessible(small, 'the drawer of a person on a phone');
  expect([...page.faults, ...small.faults]).toEqual([]);
});

test('two people turn the same belief: the later one sees both and chooses', async () => {
  const page = await signedIn(browser, 'rep');
  const { rows } = await api<{ rows: { id: string }[] }>(page, 'GET', '/deals?limit=20&state=open&playbookId=six-step');
  const { id } = rows[0]!;
  type View = { version: number };
  const contact = await api<{ id: string }>(page, 'POST', '/contacts', { name: '沈立诚', accountId: null });
  const change = async (wanted: object, reason?: string) => {
    const { version: basedOn } = await api<View>(page, 'GET', `/deals/${id}/chain`);
    return api<View>(page, 'POST', `/deals/${id}/chain/changes`, { basedOn, wanted: [wanted], reason });
  };
  const person = { item: 'node', id: contact.id };
  await change({ act: 'add', ...person, fields: { kind: 'person', stance: 0, roles: ['decider'] } });

  await page.goto(`/deals/${id}?tab=people&show=list&person=${contact.id}`);
  const stance = page.getByRole('group', { name: '立场', exact: true });
  await stance.getByRole('button', { name: '中立' }).waitFor();
  await change({ act: 'set', ...person, fields: { stance: -1 } }, '电话里表示更看好对手');
  await stance.getByRole('button', { name: '支持者' }).click();
  await stance.getByRole('button', { name: '写明原因' }).click();
  await stance.getByLabel('原因').fill('技术交流后转为支持');
  await stance.getByRole('button', { name: '按此原因保存' }).click();
  await stance.getByText('同事已先改动了同一处').waitFor();
  await shot(page, 'chain-5-conflict');
  await accessible(page, 'two changes side by side');
  await stance.getByRole('button', { name: '用我的' }).click();
  await expect
    .poll(async () => {
      const { deal } = await api<DealNow>(page, 'GET', `/deals/${id}`);
      return deal.facts.lists.stakeholders?.find((one) => one.id === contact.id)?.stance;
    })
    .toBe(1);
  expect(page.faults).toEqual([]);
});
