import type { TestCompany } from '#platform/http/testing.server.ts';
import { newId } from '#platform/id.server.ts';

export const AT = '2026-03-01T00:00:00.000Z';

/** Some of everything that can be somebody's: two accounts, a contact, two deals, an open and a done task, two places. */
export async function giveBelongings(company: TestCompany, ownerId: string, teamId: string, otherOwnerId: string) {
  const { tenantId, database } = company;
  const tenant_id = tenantId;
  const times = { created_at: AT, updated_at: AT };
  const owned = { tenant_id, owner_id: ownerId, team_id: teamId, ...times };
  const accounts = [newId(), newId()];
  const deals = [newId(), newId()];
  const joined = { account: newId(), deal: newId() };
  const playbook = { playbook_id: 'six-step', playbook_version: 1, stage_id: 's1', stage_since: AT };
  const deal = { ...playbook, class: 'lead', state: 'open' };
  await database.write(tenantId, async (tx) => {
    await tx
      .insertInto('playbooks')
      .values({ tenant_id, id: 'six-step', version: 1, name_zh: '六步', name_en: 'Six', source: '', published_at: AT })
      .onConflict((c) => c.doNothing())
      .execute();
    const account = (id: string) => ({ ...owned, id, name: `客户 ${id}`, name_key: id });
    const theirs = { owner_id: otherOwnerId, member_ids: [ownerId] };
    await tx
      .insertInto('accounts')
      .values([...accounts.map(account), { ...account(joined.account), ...theirs }])
      .execute();
    await tx
      .insertInto('contacts')
      .values({ ...owned, id: newId(), name: '联系人', account_id: accounts[0]! })
      .execute();
    await tx
      .insertInto('deals')
      .values([
        ...deals.map((id) => ({ ...owned, ...deal, id, name: `商机 ${id}`, account_id: accounts[0]! })),
        { ...owned, ...deal, ...theirs, id: joined.deal, name: '别人的商机', account_id: joined.account },
      ])
      .execute();
    const task = { tenant_id, owner_id: ownerId, created_by: ownerId, created_at: AT };
    await tx
      .insertInto('tasks')
      .values([
        { ...task, id: newId(), title: '待办' },
        { ...task, id: newId(), title: '已办', done_at: AT },
      ])
      .execute();
    const member = { tenant_id, user_id: ownerId, role: 'presales' };
    await tx
      .insertInto('account_members')
      .values({ ...member, account_id: joined.account })
      .execute();
    await tx
      .insertInto('deal_members')
      .values({ ...member, deal_id: joined.deal })
      .execute();
  });
  return { accounts, deals, joined };
}
