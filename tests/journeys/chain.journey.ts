import type { Browser, Page } from 'playwright-core';
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

/** How far down the window the map reaches. */
async function footOf(page: Page): Promise<number> {
  const { y, height } = (await page.getByRole('application', { name: /^决策链图/ }).boundingBox())!;
  return y + height;
}

/** By mouse, from the handle of a card to anywhere on another. */
async function drawLine(page: Page, from: string, to: string): Promise<void> {
  // A small map ends where the first screen does.
  expect(await footOf(page)).toBeLessThanOrEqual(900);
  const cardOf = (name: string) => page.locator('.react-flow__node').filter({ hasText: name });
  await page.getByRole('application', { name: /^决策链图/ }).scrollIntoViewIfNeeded();
  await cardOf(from).hover();
  const start = (await cardOf(from).locator('.react-flow__handle.source').boundingBox())!;
  const end = (await cardOf(to).boundingBox())!;
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  // A hand never stands quite still: the card takes the line once it has seen the pointer.
  const taken = cardOf(to).locator('.react-flow__handle.valid');
  for (let turn = 0; (await taken.count()) === 0 && turn < 200; turn++)
    await page.mouse.move(end.x + end.width - 12 - (turn % 2), end.y + end.height - 12, { steps: 4 });
  await page.mouse.up();
  const sheet = page.getByRole('form', { name: new RegExp(from) });
  await sheet.getByRole('heading', { name: new RegExp(`${from}.*${to}`) }).waitFor();
  await shot(page, 'chain-6-line-by-mouse');
  await sheet.getByRole('button', { name: '取消' }).click();
  await sheet.waitFor({ state: 'detached' });
}

test('the newcomer builds the map of her project, finds the way to the decider, sees risks, and replays three months', async () => {
  const page = await signedIn(browser, 'xiaozhang');
  const { rows } = await api<{ rows: { id: string; name: string }[] }>(page, 'GET', '/deals?limit=20&state=open');
  const { id } = rows.find(({ name }) => name.startsWith('云麓材料正极二期'))!;

  // Whoever decides has been heard of, not met.
  await page.goto(`/deals/${id}?tab=people&show=list`);
  await page.getByRole('button', { name: '添加人物' }).first().click();
  const adding = page.getByRole('dialog', { name: '添加到决策链' });
  await adding.getByLabel('姓名', { exact: true }).fill('贝振邦');
  await adding.getByLabel(/^职务/).fill('总经理');
  await adding.getByRole('button', { name: '新建并放到图上' }).click();
  const decider = page.getByRole('dialog', { name: /贝振邦/ });
  const roles = decider.getByRole('group', { name: '采购角色' });
  await roles.getByRole('button', { name: '拍板者' }).click();
  await roles.getByRole('button', { name: '保存' }).click();
  await decider.getByRole('group', { name: '层级' }).getByRole('button', { name: '决策层' }).click();
  await expect
    .poll(async () => {
      const { deal } = await api<DealNow>(page, 'GET', `/deals/${id}`);
      return deal.facts.lists.stakeholders?.find(({ name }) => name === '贝振邦');
    })
    .toMatchObject({ level: 'deciding', roles: ['finalSay'] });

  // Two lines lead there: from the designer whom we know to the head of the project's office, and on.
  type Named = { names: { id: string; name: string }[] };
  const { names } = await api<Named>(page, 'GET', `/deals/${id}/chain`);
  const idOf = (name: string) => names.find((one) => one.name === name)!.id;
  for (const [from, to] of [
    ['沈砚秋', '秦副民'],
    ['秦副民', '贝振邦'],
  ] as const) {
    await page.goto(`/deals/${id}?tab=people&show=list&person=${idOf(from)}`);
    const sheet = page.getByRole('dialog', { name: new RegExp(from) });
    await sheet.getByRole('button', { name: '连线' }).click();
    await sheet.getByRole('button', { name: '添加连线' }).click();
    await sheet.getByRole('group', { name: '连线类型' }).getByRole('button', { name: '影响', exact: true }).click();
    await sheet.getByLabel('连到谁').selectOption({ label: to });
    await sheet.getByRole('button', { name: '添加', exact: true }).click();
    await sheet.getByRole('listitem').filter({ hasText: to }).first().waitFor();
  }

  // Seen again today, and nothing changed: one tap.
  await page.goto(`/deals/${id}?tab=people&show=list&person=${idOf('沈砚秋')}`);
  const seen = page.getByRole('dialog', { name: /沈砚秋/ });
  const tap = seen.getByRole('button', { name: '沈砚秋：核实无变化' });
  if (await tap.count()) await tap.click();
  await tap.waitFor({ state: 'detached' });

  const small = await signedIn(browser, 'xiaozhang', phone);
  for (const [name, one] of [
    ['desk', page],
    ['phone', small],
  ] as const) {
    await one.goto(`/deals/${id}?tab=people`);
    await one.getByText('贝振邦').first().waitFor();
    await shot(one, `chain-6-newcomer-map-${name}`);
    if (name === 'desk') await drawLine(one, '沈砚秋', '贝振邦');
    await one.goto(`/deals/${id}?tab=people&show=analysis`);
    const way = one.getByRole('region', { name: '谁拍板，怎么触达' });
    await way.getByText(/触达把握约/).waitFor();
    await way.getByRole('button', { name: '贝振邦' }).first().waitFor();
    await way.scrollIntoViewIfNeeded();
    await shot(one, `chain-7-newcomer-way-${name}`);
    const risks = one.getByRole('region', { name: '风险与对策' });
    await risks.getByText('拍板者贝振邦还没有接触过').waitFor();
    await risks.scrollIntoViewIfNeeded();
    await shot(one, `chain-8-newcomer-risks-${name}`);
    await one.goto(`/deals/${id}?tab=people&show=history`);
    await one.getByRole('checkbox', { name: /与另一天对比/ }).check();
    await one
      .getByText(/新增：.*贝振邦|贝振邦/)
      .first()
      .waitFor();
    await shot(one, `chain-9-newcomer-history-${name}`);
    await accessible(one, `what changed on the map, ${name}`);
  }

  // A map of a year: what was believed three months ago, and what has changed since.
  const lead = await signedIn(browser, 'director');
  const old = await api<{ rows: { id: string; name: string }[] }>(lead, 'GET', '/deals?limit=200');
  await lead.goto(
    `/deals/${old.rows.find(({ name }) => name === '北岭特钢热轧主传动改造')!.id}?tab=people&show=history`,
  );
  await lead.getByRole('checkbox', { name: /与另一天对比/ }).check();
  const then = lead.getByRole('slider', { name: /对比日期/ });
  await then.fill(String(Number(await then.getAttribute('max')) - 91));
  await lead.getByText('于建社：立场 未填写 → 不支持').waitFor();
  expect(
    await lead
      .getByRole('region', { name: /^从 .* 到 / })
      .getByRole('listitem')
      .count(),
  ).toBeGreaterThan(10);
  await shot(lead, 'chain-10-three-months');
  expect([...page.faults, ...small.faults, ...lead.faults]).toEqual([]);
});
