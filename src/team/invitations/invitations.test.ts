import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#platform/id.server.ts';
import { sessionContract } from '#session/session.contract.ts';
import { sessionHandlers } from '#session/sessions.server.ts';
import { atDoor, CookieJar, openTestDoor, PASSWORD, type TestDoor } from '#session/testing.server.ts';
import { invitationsContract } from '#team/invitations/invitations.contract.ts';
import { invitationHandlers } from '#team/invitations/invitations.server.ts';
import { joinContract } from '#team/invitations/join.contract.ts';
import { joinHandlers } from '#team/invitations/join.server.ts';
import { passwordLinkContract } from '#team/invitations/password-link.contract.ts';
import { passwordLinkHandlers } from '#team/invitations/password-link.server.ts';
import { addUser } from '#team/found-company.server.ts';
import { addressless } from '#team/user.ts';

let door: TestDoor;
let cookie: string;
const asAdmin = () => door.as(invitationsContract, { cookie });
const anyone = () => door.as(joinContract, {});
const tokenOf = ({ path }: { path: string | null }) => path!.replace('/invitation/', '');
const fields = (email: string) => ({
  email,
  name: '李雷',
  teamId: door.rootTeam,
  roles: ['rep' as const],
  scope: 'self' as const,
});
const query = async (text: string, values: unknown[] = []) => (await door.database.pool.query(text, values)).rows;

async function signIn(email: string, password: string) {
  const jar = new CookieJar();
  const { status } = await atDoor(door, jar, '/sign-in/email', { email, password });
  return { jar, status };
}
const whoAmI = (jar: CookieJar, more = '') => door.as(sessionContract, { cookie: jar.header + more }).show({});

beforeAll(async () => {
  door = await openTestDoor({
    invitations: invitationHandlers,
    join: joinHandlers,
    links: passwordLinkHandlers,
    session: sessionHandlers,
  });
  await door.addPerson('admin@example.com', 'admin');
  cookie = (await signIn('admin@example.com', PASSWORD)).jar.header;
});
afterAll(() => door.close());

describe('an invitation', () => {
  test('leads a new colleague in: she sees the company, sets a password, signs in with her role and scope', async () => {
    const made = await asAdmin().invite(fields('LiLei@Example.com'));
    expect(made).toMatchObject({ email: 'lilei@example.com', state: 'open', invitedBy: 'admin', teamName: '总部' });
    const token = tokenOf(made);
    expect(await anyone().show({ token })).toMatchObject({
      kind: 'join',
      company: '甲公司',
      name: '李雷',
      email: 'lilei@example.com',
      invitedBy: 'admin',
      known: false,
    });
    expect(await anyone().accept({ token, password: 'rivers and lakes' })).toEqual({ email: 'lilei@example.com' });
    const { jar, status } = await signIn('lilei@example.com', 'rivers and lakes');
    expect(status).toBe(200);
    expect(await whoAmI(jar)).toMatchObject({ user: { name: '李雷', roles: ['rep'], scope: 'self' } });
    const events = await query(
      "select type from events where type like 'invitation.%' or type = 'user.joined' order by id",
    );
    expect(events).toEqual([{ type: 'invitation.made' }, { type: 'user.joined' }]);
    expect((await asAdmin().list({})).rows).toEqual([]);
    expect((await asAdmin().list({ all: true })).rows).toMatchObject([{ state: 'accepted' }]);
  });

  test('leads in a colleague who was here by name only, as herself, with all that is hers', async () => {
    const id = newId();
    const twin = newId();
    const named = { identityId: null, name: '韩梅梅', teamId: door.rootTeam, roles: ['rep' as const] };
    const now = new Date().toISOString();
    await door.database.write(door.tenantId, async (tx) => {
      await addUser(tx, door.tenantId, { ...named, id, email: addressless(id) }, now);
      await addUser(tx, door.tenantId, { ...named, id: twin, email: 'twin@example.com' }, now);
    });
    const asHer = { ...fields('HanMeimei@example.com'), name: '韩梅梅', userId: id };
    await expect(asAdmin().invite({ ...asHer, email: 'admin@example.com' })).rejects.toMatchObject({
      code: 'user.emailTaken',
    });
    const made = await asAdmin().invite(asHer);
    await expect(asAdmin().invite({ ...asHer, email: 'other@example.com' })).rejects.toMatchObject({
      code: 'invitation.pending',
    });
    await anyone().accept({ token: tokenOf(made), password: 'rivers and lakes' });
    const { jar } = await signIn('hanmeimei@example.com', 'rivers and lakes');
    expect(await whoAmI(jar)).toMatchObject({ user: { id, name: '韩梅梅' } });
    await expect(asAdmin().invite({ ...asHer, email: 'third@example.com' })).rejects.toMatchObject({
      code: 'user.emailTaken',
    });

    // Her address is known already: the invitation finds her by it. When she leaves meanwhile, it leads nowhere.
    const byAddress = await asAdmin().invite({ ...fields('twin@example.com'), name: '韩梅梅' });
    await query('update users set active = false where id = $1', [twin]);
    await expect(anyone().accept({ token: tokenOf(byAddress), password: 'rivers and lakes' })).rejects.toMatchObject({
      code: 'invitation.over',
    });
    await asAdmin().revoke({ id: byAddress.id });
  });

  test('works once; its secret is nowhere in the database', async () => {
    const made = await door
      .as(invitationsContract, { cookie, 'idempotency-key': 'invite once' })
      .invite(fields('once@example.com'));
    const token = tokenOf(made);
    const kept = await query('select i::text, e::text, k::text from invitations i, events e, idempotency_keys k');
    expect(JSON.stringify(kept)).not.toContain(token);
    const both = await Promise.allSettled([
      anyone().accept({ token, password: 'rivers and lakes' }),
      anyone().accept({ token, password: 'rivers and lakes' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(anyone().show({ token })).rejects.toMatchObject({
      code: 'invitation.over',
      status: 410,
      data: { why: 'used' },
    });
    expect(await query("select count(*) as n from users where email = 'once@example.com'")).toEqual([{ n: 1 }]);
  });

  test('wants a good password', async () => {
    const token = tokenOf(await asAdmin().invite(fields('weak.person@example.com')));
    for (const password of ['short', 'password1234', 'weak.person 1']) {
      const refused = anyone().accept({ token, password });
      await expect(refused).rejects.toMatchObject({
        code: 'input.invalid',
        data: { issues: [{ path: ['password'] }] },
      });
    }
    expect(await query("select count(*) as n from auth_user where email = 'weak.person@example.com'")).toEqual([
      { n: 0 },
    ]);
  });

  test('is replaced by a new link, expires, and can be revoked', async () => {
    const made = await asAdmin().invite(fields('renew@example.com'));
    const renewed = await asAdmin().renew({ id: made.id });
    await expect(anyone().show({ token: tokenOf(made) })).rejects.toMatchObject({ data: { why: 'unknown' } });
    expect(await anyone().show({ token: tokenOf(renewed) })).toMatchObject({ email: 'renew@example.com' });

    await query("update invitations set expires_at = now() - interval '1 second' where id = $1", [made.id]);
    await expect(anyone().show({ token: tokenOf(renewed) })).rejects.toMatchObject({ data: { why: 'expired' } });
    expect((await asAdmin().list({})).rows).toMatchObject([{ state: 'expired' }, { email: 'weak.person@example.com' }]);
    const again = await asAdmin().renew({ id: made.id });

    expect(await asAdmin().revoke({ id: made.id })).toMatchObject({ state: 'revoked' });
    const accept = anyone().accept({ token: tokenOf(again), password: 'rivers and lakes' });
    await expect(accept).rejects.toMatchObject({ code: 'invitation.over', data: { why: 'revoked' } });
    for (const act of [() => asAdmin().renew({ id: made.id }), () => asAdmin().revoke({ id: made.id })])
      await expect(act()).rejects.toMatchObject({ code: 'invitation.over' });
  });

  test('is not made twice, nor for somebody who is here or has left', async () => {
    await asAdmin().invite(fields('twice@example.com'));
    await expect(asAdmin().invite(fields('Twice@example.com'))).rejects.toMatchObject({ code: 'invitation.pending' });
    const here = asAdmin().invite(fields('admin@example.com'));
    await expect(here).rejects.toMatchObject({ code: 'user.emailTaken', data: { active: true } });
    await door.addPerson('left@example.com', 'rep');
    await query("update users set active = false where email = 'left@example.com'");
    await expect(asAdmin().invite(fields('left@example.com'))).rejects.toMatchObject({ data: { active: false } });
    const nowhere = asAdmin().invite({ ...fields('nowhere@example.com'), teamId: newId() });
    await expect(nowhere).rejects.toMatchObject({ code: 'user.teamMissing' });
  });

  test.each(['nonsense', 'x', Buffer.alloc(40).toString('base64url'), Buffer.alloc(41).toString('base64url')])(
    '%s leads nowhere',
    async (token) => {
      await expect(anyone().show({ token })).rejects.toMatchObject({ data: { why: 'unknown' } });
    },
  );
});

describe('somebody who signs in here for another company', () => {
  test('joins with her password, and then works in either', async () => {
    const second = await secondCompany('乙公司');
    await door.addPerson('both@example.com', 'director');
    const token = await linkInto(second, 'both@example.com');
    expect(await anyone().show({ token })).toMatchObject({ company: '乙公司', known: true });
    const wrong = anyone().accept({ token, password: 'a new password of hers' });
    await expect(wrong).rejects.toMatchObject({ code: 'invitation.passwordWrong', status: 422 });
    await anyone().accept({ token, password: PASSWORD });
    const { jar } = await signIn('both@example.com', PASSWORD);
    expect(await whoAmI(jar)).toMatchObject({ company: { name: '甲公司' }, user: { roles: ['director'] } });
    const inSecond = await whoAmI(jar, `; longmen.company=${second.tenantId}`);
    expect(inSecond).toMatchObject({ company: { name: '乙公司' }, user: { roles: ['rep'] } });
    const foreign = await whoAmI(jar, `; longmen.company=${newId()}`);
    expect(foreign).toMatchObject({ company: { name: '甲公司' } });
  });

  test('guessing her password locks her address', async () => {
    const second = await secondCompany('丙公司');
    await door.addPerson('guessed@example.com', 'rep');
    const token = await linkInto(second, 'guessed@example.com');
    for (let i = 0; i < 7; i++)
      await expect(anyone().accept({ token, password: `guess number ${i}` })).rejects.toMatchObject({ status: 422 });
    for (const password of ['guess number 8', PASSWORD])
      await expect(anyone().accept({ token, password })).rejects.toMatchObject({ code: 'session.locked', status: 423 });
    expect((await signIn('guessed@example.com', PASSWORD)).status).toBe(423);
  });

  test('keeps her password from the administrators of one', async () => {
    const { userId } = await door.addPerson('shared@example.com', 'rep');
    const second = await secondCompany('丁公司');
    const early = await door.as(passwordLinkContract, { cookie }).make({ id: userId });
    await anyone().accept({ token: await linkInto(second, 'shared@example.com'), password: PASSWORD });
    const late = door.as(passwordLinkContract, { cookie }).make({ id: userId });
    await expect(late).rejects.toMatchObject({ code: 'user.identityShared' });
    const reset = anyone().accept({ token: tokenOf(early), password: 'taken over by one' });
    await expect(reset).rejects.toMatchObject({ code: 'invitation.over' });
  });
});

test('a lost password: an administrator makes a link, which ends all sessions and may drop the second factor', async () => {
  const { userId, identityId } = await door.addPerson('forgot@example.com', 'rep');
  const { jar } = await signIn('forgot@example.com', PASSWORD);
  await query('update auth_user set "twoFactorEnabled" = true where id = $1', [identityId]);
  const link = await door.as(passwordLinkContract, { cookie }).make({ id: userId, dropSecondFactor: true });
  const token = tokenOf(link);
  expect(await anyone().show({ token })).toMatchObject({ kind: 'reset', email: 'forgot@example.com', known: false });
  await anyone().accept({ token, password: 'rivers and lakes' });
  door.forgetLookups();
  await expect(whoAmI(jar)).rejects.toMatchObject({ status: 401 });
  expect((await signIn('forgot@example.com', PASSWORD)).status).toBe(401);
  const again = await signIn('forgot@example.com', 'rivers and lakes');
  expect(await whoAmI(again.jar)).toMatchObject({ user: { name: 'forgot' } });
  await expect(anyone().accept({ token, password: 'rivers and lakes 2' })).rejects.toMatchObject({ status: 410 });
  const nobody = door.as(passwordLinkContract, { cookie }).make({ id: newId() });
  await expect(nobody).rejects.toMatchObject({ code: 'record.notFound' });
});

async function secondCompany(name: string) {
  const tenantId = newId();
  const userId = newId();
  await door.database.system.insertInto('tenants').values({ id: tenantId, name }).execute();
  const who = { tenant_id: tenantId, id: userId, name: '对方管理员', email: 'a@other.example', roles: ['admin'] };
  await door.database.system
    .insertInto('users')
    .values({ ...who, scope: 'all', created_at: '2026-02-01T00:00:00.000Z' })
    .execute();
  return { tenantId, userId };
}

/** An invitation from a company whose administrator does not sign in here in this test. */
async function linkInto({ tenantId, userId }: { tenantId: string; userId: string }, email: string): Promise<string> {
  const { newSecret } = await import('#platform/secret.server.ts');
  const { secret, hash } = newSecret(tenantId);
  await query(
    `insert into invitations (tenant_id, id, email, name, roles, scope, token_hash, invited_by, created_at, expires_at)
     values ($1, $2, $3, '她', '{rep}', 'self', $4, $5, now(), now() + interval '1 day')`,
    [tenantId, newId(), email, hash, userId],
  );
  return secret;
}
