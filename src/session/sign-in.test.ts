import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SIGN_INS_A_MINUTE } from '#session/auth.server.ts';
import { sessionContract } from '#session/session.contract.ts';
import { sessionHandlers } from '#session/sessions.server.ts';
import { atDoor, CookieJar, openTestDoor, PASSWORD, type TestDoor } from '#session/testing.server.ts';

let door: TestDoor;
beforeAll(async () => {
  door = await openTestDoor({ session: sessionHandlers });
});
afterAll(() => door.close());

let address = 1;
/** Another network address each time, so that the limit of one test does not reach the next. */
const elsewhere = () => ({ 'x-forwarded-for': `10.0.0.${address++}` });

async function signIn(email: string, password = PASSWORD, jar = new CookieJar()) {
  return { jar, ...(await atDoor(door, jar, '/sign-in/email', { email, password }, elsewhere())) };
}
const whoAmI = (jar: CookieJar) => door.as(sessionContract, { cookie: jar.header }).show({});

async function eventsOf(userId: string): Promise<string[]> {
  const rows = await door.database.read(door.tenantId, (db) =>
    db
      .selectFrom('events')
      .select('type')
      .where('tenant_id', '=', door.tenantId)
      .where('subject_id', '=', userId)
      .orderBy('id')
      .execute(),
  );
  return rows.map(({ type }) => type);
}

describe('a password', () => {
  test('lets its owner in, and the log says so', async () => {
    const { userId } = await door.addPerson('in@example.com', 'rep');
    const { jar, status } = await signIn('in@example.com');
    expect(status).toBe(200);
    expect(await whoAmI(jar)).toMatchObject({ user: { name: 'in' }, company: { name: '甲公司', currency: 'CNY' } });
    await atDoor(door, jar, '/sign-out', {});
    door.forgetLookups();
    await expect(whoAmI(jar)).rejects.toMatchObject({ code: 'session.required' });
    expect(await eventsOf(userId)).toEqual(['session.started', 'session.ended']);
  });

  test('is answered alike for a wrong one and an unknown address', async () => {
    await door.addPerson('alike@example.com', 'rep');
    const wrong = await signIn('alike@example.com', 'not it at all');
    const unknown = await signIn('nobody@example.com', 'not it at all');
    expect([wrong.status, wrong.body]).toEqual([unknown.status, unknown.body]);
    expect(wrong.status).toBe(401);
  });

  test('left out is asked for in the language of whoever asks', async () => {
    const [zh, en] = await Promise.all(
      ['zh-CN', 'en'].map((lang) =>
        atDoor(door, new CookieJar(), '/sign-in/email', {}, { ...elsewhere(), 'accept-language': lang }),
      ),
    );
    expect([zh?.status, zh?.body?.['message']]).toEqual([400, '[body.email] 请填写; [body.password] 请填写']);
    expect(en?.body?.['message']).toBe('[body.email] Please fill this in; [body.password] Please fill this in');
  });

  test('wrong eight times locks the address, for the right one too, and the log says so', async () => {
    const { userId } = await door.addPerson('locked@example.com', 'rep');
    for (let i = 0; i < 8; i++) expect((await signIn('locked@example.com', `wrong number ${i}`)).status).toBe(401);
    const { status, body } = await signIn('LOCKED@example.com');
    expect([status, body?.['code']]).toEqual([423, 'ACCOUNT_LOCKED']);
    expect(await eventsOf(userId)).toEqual([...Array<string>(8).fill('session.refused'), 'session.locked']);
  });

  test('locks an unknown address alike', async () => {
    for (let i = 0; i < 8; i++) expect((await signIn('ghost@example.com', `wrong number ${i}`)).status).toBe(401);
    expect((await signIn('ghost@example.com')).status).toBe(423);
  });

  test('forgets the wrong tries after a right one', async () => {
    await door.addPerson('human@example.com', 'rep');
    for (let i = 0; i < 7; i++) await signIn('human@example.com', `typo number ${i}`);
    expect((await signIn('human@example.com')).status).toBe(200);
    await signIn('human@example.com', 'typo number 8');
    expect((await signIn('human@example.com')).status).toBe(200);
  });

  test('changed ends every other session, and must be a good one', async () => {
    const { userId } = await door.addPerson('change@example.com', 'rep');
    const here = (await signIn('change@example.com')).jar;
    const there = (await signIn('change@example.com')).jar;
    const weak = await atDoor(door, here, '/change-password', {
      currentPassword: PASSWORD,
      newPassword: 'password1234',
    });
    expect([weak.status, weak.body?.['code']]).toEqual([400, 'PASSWORD_WEAK']);
    const newPassword = 'eight brown bottles';
    const changed = await atDoor(door, here, '/change-password', { currentPassword: PASSWORD, newPassword });
    expect(changed.status).toBe(200);
    door.forgetLookups();
    await expect(whoAmI(there)).rejects.toMatchObject({ code: 'session.required' });
    expect(await whoAmI(here)).toMatchObject({ user: { name: 'change' } });
    expect((await signIn('change@example.com')).status).toBe(401);
    expect((await signIn('change@example.com', newPassword)).status).toBe(200);
    expect(await eventsOf(userId)).toContain('password.changed');
  });

  test('guessed through an open session is counted as well', async () => {
    await door.addPerson('stolen@example.com', 'rep');
    const { jar } = await signIn('stolen@example.com');
    for (let i = 0; i < 8; i++)
      await atDoor(door, jar, '/two-factor/disable', { password: `guess number ${i}` }, elsewhere());
    const next = await atDoor(door, jar, '/two-factor/disable', { password: PASSWORD }, elsewhere());
    expect(next.status).toBe(423);
  });

  test('is not asked without end from one address', async () => {
    const from = { 'x-forwarded-for': '10.9.9.9' };
    const tries = Array.from({ length: SIGN_INS_A_MINUTE + 4 }, (_, i) => {
      const body = { email: `victim${i}@example.com`, password: 'the same for all' };
      return atDoor(door, new CookieJar(), '/sign-in/email', body, from);
    });
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(SIGN_INS_A_MINUTE);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
  }, 90_000);
});

test('somebody who left every company is answered as an unknown address', async () => {
  const { userId } = await door.addPerson('gone@example.com', 'rep');
  const { jar } = await signIn('gone@example.com');
  await door.database.pool.query('update users set active = false, sessions_from = now() where id = $1', [userId]);
  door.forgetLookups();
  await expect(whoAmI(jar)).rejects.toMatchObject({ code: 'session.required' });
  const again = await signIn('gone@example.com');
  const unknown = await signIn('nobody.here@example.com');
  expect([again.status, again.body]).toEqual([unknown.status, unknown.body]);
  // Back again, the old session stays dead; a new sign-in works.
  await door.database.pool.query('update users set active = true where id = $1', [userId]);
  door.forgetLookups();
  await expect(whoAmI(jar)).rejects.toMatchObject({ code: 'session.required' });
  expect((await signIn('gone@example.com')).status).toBe(200);
});

describe('a session', () => {
  test('is a cookie that scripts and other sites cannot use', async () => {
    await door.addPerson('cookie@example.com', 'rep');
    const { jar } = await signIn('cookie@example.com');
    const line = jar.lastLines.find((one) => one.startsWith('longmen.session_token='))!;
    expect(line).toMatch(/; HttpOnly/i);
    expect(line).toMatch(/; SameSite=Lax/i);
    expect(line).not.toMatch(/Domain=/i);
  });

  test('behind https its cookie is Secure', async () => {
    const secure = await openTestDoor({ session: sessionHandlers }, 'https://crm.example.com');
    await secure.addPerson('tls@example.com', 'rep');
    const jar = new CookieJar();
    const body = { email: 'tls@example.com', password: PASSWORD };
    await atDoor(secure, jar, '/sign-in/email', body, { origin: 'https://crm.example.com' });
    expect(jar.lastLines.find((one) => one.startsWith('__Secure-longmen.session_token='))).toMatch(/; Secure/i);
    await secure.close();
  });

  test('is new at every sign-in: one planted before is worth nothing', async () => {
    await door.addPerson('fixed@example.com', 'rep');
    const jar = new CookieJar();
    jar.keep(new Response(null, { headers: { 'set-cookie': 'longmen.session_token=planted.by.somebody' } }));
    const planted = jar.header;
    await signIn('fixed@example.com', PASSWORD, jar);
    expect(jar.header).not.toContain('planted');
    await expect(door.as(sessionContract, { cookie: planted }).show({})).rejects.toMatchObject({ status: 401 });
  });

  test('is listed and revoked by its owner, and by nobody else', async () => {
    await door.addPerson('lists@example.com', 'rep');
    await door.addPerson('other@example.com', 'rep');
    const phone = (await signIn('lists@example.com')).jar;
    const desk = (await signIn('lists@example.com')).jar;
    const stranger = (await signIn('other@example.com')).jar;
    const { body } = await atDoor(door, desk, '/list-sessions', null);
    const sessions = body as unknown as { token: string }[];
    expect(sessions).toHaveLength(2);
    const phoneToken = sessions.find(({ token }) => decodeURIComponent(phone.header).includes(token))!.token;
    await atDoor(door, stranger, '/revoke-session', { token: phoneToken });
    door.forgetLookups();
    expect(await whoAmI(phone)).toMatchObject({ user: { name: 'lists' } });
    await atDoor(door, desk, '/revoke-session', { token: phoneToken });
    door.forgetLookups();
    await expect(whoAmI(phone)).rejects.toMatchObject({ status: 401 });
  });

  test("is not used from another site's page", async () => {
    await door.addPerson('csrf@example.com', 'rep');
    const { jar } = await signIn('csrf@example.com');
    const evil = { origin: 'https://evil.example', cookie: jar.header };
    const form = new Request('http://test/api/session/profile', {
      method: 'PATCH',
      headers: { ...evil, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'name=Mallory',
    });
    expect((await door.app.fetch(form)).status).toBe(403);
    const signOut = new Request('http://test/api/auth/sign-out', {
      method: 'POST',
      headers: { ...evil, 'content-type': 'application/json' },
      body: '{}',
    });
    expect((await door.app.fetch(signOut)).status).toBe(403);
    expect(await whoAmI(jar)).toMatchObject({ user: { name: 'csrf' } });
  });

  test.each(['/sign-up/email', '/update-user', '/delete-user', '/change-email', '/reset-password'])(
    'nobody registers or renames herself at %s',
    async (path) => {
      const body = { email: 'new@example.com', password: PASSWORD, name: 'New', newPassword: PASSWORD, token: 'x' };
      const { status } = await atDoor(door, new CookieJar(), path, body, elsewhere());
      expect([400, 403, 404]).toContain(status);
      expect((await signIn('new@example.com')).status).toBe(401);
    },
  );
});

describe('the second factor', () => {
  test('is asked once enabled; backup codes work once; disabling needs the password', async () => {
    const { userId } = await door.addPerson('totp@example.com', 'admin');
    const { jar } = await signIn('totp@example.com');
    const wrong = await atDoor(door, jar, '/two-factor/enable', { password: 'not my password' }, elsewhere());
    expect(wrong.status).toBe(400);
    const { body } = await atDoor(door, jar, '/two-factor/enable', { password: PASSWORD }, elsewhere());
    const { totpURI, backupCodes } = body as { totpURI: string; backupCodes: string[] };
    expect(totpURI).toContain('Longmen');
    const code = totp(totpURI);
    const verified = await atDoor(door, jar, '/two-factor/verify-totp', { code }, elsewhere());
    expect(verified.status).toBe(200);

    const half = await signIn('totp@example.com');
    expect(half.body).toMatchObject({ twoFactorRedirect: true });
    await expect(whoAmI(half.jar)).rejects.toMatchObject({ status: 401 });
    const bad = await atDoor(door, half.jar, '/two-factor/verify-totp', { code: '000000' }, elsewhere());
    expect(bad.status).toBe(401);
    const [backup] = backupCodes;
    const good = await atDoor(door, half.jar, '/two-factor/verify-backup-code', { code: backup }, elsewhere());
    expect(good.status).toBe(200);
    expect(await whoAmI(half.jar)).toMatchObject({ user: { name: 'totp' } });

    const again = await signIn('totp@example.com');
    const used = await atDoor(door, again.jar, '/two-factor/verify-backup-code', { code: backup }, elsewhere());
    expect(used.status).toBe(401);
    expect(await eventsOf(userId)).toEqual([
      'session.started',
      'session.refused',
      'secondFactor.enabled',
      'secondFactor.refused',
      'session.started',
      'secondFactor.refused',
    ]);
  });
});

/** The code of an authenticator for now (RFC 6238). */
function totp(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret')!;
  const bits = Array.from(secret.replaceAll('=', ''), (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const at = mac.at(-1)! & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
