import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { slices } from '#app/slices.tsx';
import { dealTabs } from '#deals/page/tabs.ts';
import { api, newPage, openBrowser, signedIn } from './browser.ts';
import { visitors, type Fault, type Visitor } from './visitor.ts';

/**
 * Every page in both languages, on a desk and a phone, by day and by night: it loads, does not scroll sideways, says
 * nothing in the console and nothing in the other language, and axe finds nothing serious.
 */
let browser: Browser;
let ids: { [name: string]: string };
let inside: Visitor[];
let newcomer: Visitor[];
let outside: Visitor[];

/** The methods as they are shipped, each with the version it has come to: 'visit/2'. */
const shelf = new URL('../../playbooks/', import.meta.url);
const shippedBooks = readdirSync(shelf)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => `${name.slice(0, -5)}/${/^version: (\d+)$/m.exec(readFileSync(new URL(name, shelf), 'utf8'))![1]!}`);

/** What a page is called in pictures → its route and, where the route has places to fill, what fills them. */
const ofTheCompany: { [name: string]: readonly [route: string, address?: string] } = {
  today: ['/'],
  accounts: ['/accounts'],
  account: ['/accounts/$accountId', '/accounts/:account'],
  'account-information': ['/accounts/$accountId', '/accounts/:informed?tab=information'],
  information: ['/accounts/$accountId/information', '/accounts/:informed/information'],
  'account-people': ['/accounts/$accountId', '/accounts/:account?tab=people'],
  merge: ['/accounts/$accountId/merge', '/accounts/:account/merge'],
  'merge-two': ['/accounts/$accountId/merge', '/accounts/:account/merge?with=:otherAccount'],
  contacts: ['/contacts'],
  contact: ['/contacts/$contactId', '/contacts/:contact'],
  'contact-merge': ['/contacts/$contactId/merge', '/contacts/:contact/merge'],
  'contact-merge-two': ['/contacts/$contactId/merge', '/contacts/:contact/merge?with=:otherContact'],
  'contact-export': ['/contacts/$contactId/export', '/contacts/:contact/export'],
  'contact-erasure': ['/contacts/$contactId/erasure', '/contacts/:contact/erasure'],
  deals: ['/deals'],
  board: ['/deals', '/deals?view=board'],
  lint: ['/deals/lint'],
  'lint-losses': ['/deals/lint', '/deals/lint?tab=losses'],
  'lint-settings': ['/settings/lint'],
  ...Object.fromEntries(dealTabs.map((tab) => [`deal-${tab}`, ['/deals/$dealId', `/deals/:open?tab=${tab}`]] as const)),
  'deal-people-list': ['/deals/$dealId', '/deals/:open?tab=people&show=list'],
  'deal-people-history': ['/deals/$dealId', '/deals/:open?tab=people&show=history'],
  'deal-people-analysis': ['/deals/$dealId', '/deals/:open?tab=people&show=analysis'],
  'deal-people-adding': ['/deals/$dealId', '/deals/:open?tab=people&add=1'],
  'deal-won': ['/deals/$dealId', '/deals/:won'],
  'deal-lost': ['/deals/$dealId', '/deals/:lost'],
  'deal-parked': ['/deals/$dealId', '/deals/:parked'],
  'deal-project': ['/deals/$dealId', '/deals/:project'],
  'deal-past': ['/deals/$dealId', '/deals/:open?at=:past'],
  adviser: ['/adviser'],
  'adviser-deal': ['/adviser', '/adviser?deal=:open'],
  effort: ['/effort'],
  reviews: ['/reviews'],
  'review-planned': ['/reviews/$reviewId', '/reviews/:plannedReview'],
  'review-closed': ['/reviews/$reviewId', '/reviews/:closedReview'],
  gifts: ['/compliance/gifts'],
  'gifts-new': ['/compliance/gifts', '/compliance/gifts?new=1'],
  'gift-approvals': ['/compliance/gifts/approvals'],
  gift: ['/compliance/gifts/$giftId', '/compliance/gifts/:gift'],
  'gift-requested': ['/compliance/gifts/$giftId', '/compliance/gifts/:requestedGift'],
  'gift-settings': ['/settings/gifts'],
  partners: ['/partners'],
  'partners-new': ['/partners', '/partners?new=1'],
  partner: ['/partners/$partnerId', '/partners/:partner'],
  registrations: ['/partners/registrations'],
  'registrations-new': ['/partners/registrations', '/partners/registrations?new=1'],
  registration: ['/partners/registrations/$registrationId', '/partners/registrations/:protectedRegistration'],
  'registration-waiting': ['/partners/registrations/$registrationId', '/partners/registrations/:waitingRegistration'],
  'registration-settings': ['/settings/registrations'],
  'privacy-settings': ['/settings/privacy'],
  'quiet-contacts': ['/settings/quiet-contacts'],
  'quiet-contacts-soon': ['/settings/quiet-contacts', '/settings/quiet-contacts?state=soon'],
  funnel: ['/funnel'],
  'funnel-pipeline': ['/funnel', '/funnel?tab=pipeline'],
  'funnel-changes': ['/funnel', '/funnel?tab=changes'],
  playbooks: ['/playbooks'],
  ...Object.fromEntries(
    shippedBooks.map(
      (at) => [`playbook-${at.split('/')[0]!}`, ['/playbooks/$playbookId/$version', `/playbooks/${at}`]] as const,
    ),
  ),
  'playbook-newest': ['/playbooks/$playbookId', '/playbooks/industrial'],
  questions: ['/playbooks/questions'],
  'questions-narrowed': ['/playbooks/questions', '/playbooks/questions?industry=medical&kind=implication'],
  'questions-friends': ['/playbooks/questions', '/playbooks/questions?view=friends'],
  'playbook-history': ['/playbooks/$playbookId/history', '/playbooks/industrial/history'],
  'playbook-draft': ['/playbooks/drafts/$draftId', '/playbooks/drafts/:draft'],
  'playbook-migrate': ['/playbooks/$playbookId/migrate', '/playbooks/six-step/migrate'],
  'playbook-simulate': ['/playbooks/$playbookId/migrate', '/playbooks/six-step/migrate?draft=1'],
  imports: ['/import'],
  'import-mapping': ['/import/$importId', '/import/:import'],
  notifications: ['/notifications'],
  settings: ['/settings'],
  profile: ['/settings/profile'],
  security: ['/settings/security'],
  company: ['/settings/company'],
  people: ['/settings/people'],
  teams: ['/settings/teams'],
  roles: ['/settings/roles'],
  'api-keys': ['/settings/api-keys'],
  audit: ['/settings/audit'],
  products: ['/settings/products'],
  fields: ['/settings/fields'],
  evaluation: ['/settings/evaluation'],
  'api-docs': ['/settings/api'],
};
/** A rep on her first day has nothing yet, and may not open everything. */
const ofTheNewcomer = {
  'empty-today': '/',
  'empty-accounts': '/accounts',
  'empty-contacts': '/contacts',
  'empty-deals': '/deals',
  'empty-board': '/deals?view=board',
  'empty-reviews': '/reviews',
  'empty-gifts': '/compliance/gifts',
  'empty-registrations': '/partners/registrations',
  'empty-notifications': '/notifications',
  'no-permission': '/settings/audit',
  'not-found': '/no-such-page',
  'no-such-deal': '/deals/018f0000-0000-7000-8000-000000000000',
};
const ofStrangers: { [name: string]: readonly [route: string, address?: string] } = {
  'sign-in': ['/sign-in'],
  invitation: ['/invitation/$token', '/invitation/:token'],
  'invitation-over': ['/invitation/$token', '/invitation/used-up'],
};

beforeAll(async () => {
  browser = await openBrowser();
  const admin = await signedIn(browser, 'admin');
  ids = await idsOf(admin);
  inside = await visitors(browser, await admin.context().cookies());
  newcomer = await visitors(browser, await firstDay(admin));
  outside = await visitors(browser);
});
afterAll(() => browser.close());

test('every route of the product is on the list', () => {
  const routes = slices.flatMap(({ pages }) => pages.map(({ path }) => path));
  const listed = Object.values({ ...ofTheCompany, ...ofStrangers }).map(([route]) => route);
  expect([...new Set(listed)].toSorted()).toEqual(routes.toSorted());
});

describe('of the company', () => {
  test.each(Object.entries(ofTheCompany))('%s', async (name, [route, address = route]) => {
    expect(await faultsOf(inside, filled(address), name)).toEqual([]);
  });
});

describe('of a newcomer', () => {
  test.each(Object.entries(ofTheNewcomer))('%s', async (name, address) => {
    expect(await faultsOf(newcomer, address, name)).toEqual([]);
  });
});

describe('of strangers', () => {
  test.each(Object.entries(ofStrangers))('%s', async (name, [route, address = route]) => {
    expect(await faultsOf(outside, filled(address), name)).toEqual([]);
  });
});

async function faultsOf(those: readonly Visitor[], path: string, name: string): Promise<Fault[]> {
  return (await Promise.all(those.map(({ visit }) => visit(path, name)))).flat();
}

function filled(address: string): string {
  return address.replaceAll(/:(\w+)/g, (_all, name: string) => ids[name]!);
}

type Rows = { rows: { id: string; createdAt?: string }[] };

async function idsOf(admin: Page): Promise<{ [name: string]: string }> {
  const first = async (list: string) => (await api<Rows>(admin, 'GET', list)).rows[0]!;
  const { rows: accounts } = await api<Rows>(admin, 'GET', '/accounts?limit=2');
  const { rows: contacts } = await api<Rows>(admin, 'GET', '/contacts?limit=2');
  const open = await first('/deals?limit=1&state=open&playbookId=six-step');
  const { path } = await api<{ path: string }>(admin, 'POST', '/invitations', {
    name: '方知夏',
    email: 'fangzhixia@longmen.example',
    teamId: null,
    roles: ['rep'],
    scope: 'self',
  });
  return {
    account: accounts[0]!.id,
    otherAccount: accounts[1]!.id,
    informed: (await first(`/accounts?limit=1&search=${encodeURIComponent('北岭特殊钢')}`)).id,
    contact: contacts[0]!.id,
    otherContact: contacts[1]!.id,
    open: open.id,
    won: (await first('/deals?limit=1&state=won')).id,
    lost: (await first('/deals?limit=1&state=lost')).id,
    parked: (await first('/deals?limit=1&state=parked')).id,
    project: (await first('/deals?limit=1&state=open&playbookId=industrial')).id,
    past: new Date(Date.parse(open.createdAt!) + 1000).toISOString(),
    draft: await drafted(admin),
    plannedReview: (await first('/reviews?limit=1&when=upcoming')).id,
    closedReview: (await first('/reviews?limit=1&when=past')).id,
    gift: (await first('/gifts?limit=1&state=registered')).id,
    requestedGift: (await first('/gifts?limit=1&state=requested')).id,
    partner: (await first('/partners?limit=1&rival=true')).id,
    protectedRegistration: (await first('/registrations?limit=1&state=accepted')).id,
    waitingRegistration: (await first('/registrations?limit=1&state=submitted')).id,
    import: await uploaded(admin),
    token: path.split('/').at(-1)!,
  };
}

/** A draft of a shipped method, as it is. */
async function drafted(admin: Page): Promise<string> {
  type Versions = { versions: { version: number }[] };
  const { versions } = await api<Versions>(admin, 'GET', '/playbooks/industrial/versions');
  const baseVersion = versions[0]!.version;
  const { source } = await api<{ source: string }>(
    admin,
    'GET',
    `/playbooks/industrial/versions/${baseVersion}/source`,
  );
  const fields = { playbookId: 'industrial', baseVersion, source };
  return (await api<{ id: string }>(admin, 'POST', '/playbook-drafts', fields)).id;
}

async function uploaded(admin: Page): Promise<string> {
  const { id } = await api<{ id: string }>(admin, 'POST', '/imports', { noun: 'account', fileName: '客户名单.csv' });
  const file =
    '客户名称,城市,行业,电话\n霁川重工机械有限公司,沈阳,装备制造,024-60001234\n澄江水务集团,苏州,水务,0512-6000111\n';
  const headers = { origin: new URL(admin.url()).origin, 'content-type': 'application/octet-stream' };
  const put = await admin.request.put(`/api/imports/${id}/parts/0`, { headers, data: Buffer.from(file) });
  expect(put.status(), await put.text()).toBe(200);
  await api(admin, 'POST', `/imports/${id}/read`, {});
  return id;
}

/** Somebody who has just come: invited, with a password, signed in. */
async function firstDay(admin: Page) {
  const email = 'songqinghe@longmen.example';
  const fields = { name: '宋清和', email, teamId: null, roles: ['rep'], scope: 'self' };
  const { path } = await api<{ path: string }>(admin, 'POST', '/invitations', fields);
  const page = await newPage(browser);
  await page.goto(path);
  await page.getByLabel('设置密码').fill('春江潮水连海平 2026');
  await page.getByRole('button', { name: '加入并登录' }).click();
  await page.getByRole('navigation').first().waitFor();
  return page.context().cookies();
}
