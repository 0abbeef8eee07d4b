import { afterAll, beforeAll, expect, test } from 'vitest';
import { companyContract } from '#company/company.contract.ts';
import { companyHandlers } from '#company/company.server.ts';
import { productsContract } from '#products/products.contract.ts';
import { productHandlers } from '#products/products.server.ts';
import { apiKeysContract } from '#session/api-keys/api-keys.contract.ts';
import { apiKeyHandlers } from '#session/api-keys/api-keys.server.ts';
import { createApiKey } from '#session/api-keys/create-api-key.server.ts';
import { atDoor, CookieJar, openTestDoor, PASSWORD, type TestDoor } from '#session/testing.server.ts';

let door: TestDoor;
let admin: { userId: string; cookie: string };
beforeAll(async () => {
  door = await openTestDoor({ keys: apiKeyHandlers, products: productHandlers, company: companyHandlers });
  const { userId } = await door.addPerson('admin@example.com', 'admin');
  const jar = new CookieJar();
  await atDoor(door, jar, '/sign-in/email', { email: 'admin@example.com', password: PASSWORD });
  admin = { userId, cookie: jar.header };
});
afterAll(() => door.close());

const mine = (more: Record<string, string> = {}) => door.as(apiKeysContract, { cookie: admin.cookie, ...more });
const products = (key: string) => door.as(productsContract, { 'x-api-key': key });
const press = { name: '压力机', line: '机床', unit: '台', price: 1 };

test('a key does what it was given, for its maker, and nothing else', async () => {
  const made = await mine().create({ name: 'ERP', permissions: ['product.read'], days: 30 });
  expect(made.key).toMatch(/^lm_/);
  expect(await products(made.key!).list({})).toMatchObject({ rows: [] });
  await expect(products(made.key!).create(press)).rejects.toMatchObject({ code: 'permission.missing', status: 403 });
  const { rows } = await mine().list({});
  expect(rows).toMatchObject([{ name: 'ERP', permissions: ['product.read'], userName: 'admin' }]);
  expect(rows[0]!.lastUsedAt).not.toBeNull();
  expect(JSON.stringify(rows)).not.toContain(made.key);
});

test('only its hash is kept, in the answers kept for retries too', async () => {
  const retried = mine({ 'idempotency-key': 'one key please' });
  const made = await retried.create({ name: '重试', permissions: ['deal.read'] });
  expect(await retried.create({ name: '重试', permissions: ['deal.read'] })).toEqual({ ...made, key: null });
  const { rows } = await door.database.pool.query('select * from api_keys, idempotency_keys, events');
  expect(JSON.stringify(rows)).not.toContain(made.key!.slice(3));
});

test('a key ends when it is revoked, and when its maker leaves', async () => {
  const made = await mine().create({ name: 'short', permissions: ['product.read'] });
  await products(made.key!).list({});
  expect((await mine().revoke({ id: made.id })).revokedAt).not.toBeNull();
  door.forgetLookups();
  await expect(products(made.key!).list({})).rejects.toMatchObject({ code: 'session.required' });
  const leaver = await door.addPerson('leaver@example.com', 'director');
  const { key } = await createApiKey(
    door.database,
    { tenantId: door.tenantId, userId: leaver.userId, name: 'cli', permissions: ['product.read'], expiresAt: null },
    '2026-11-22T00:00:00.000Z',
  );
  await products(key).list({});
  await door.database.pool.query('update users set active = false where id = $1', [leaver.userId]);
  door.forgetLookups();
  await expect(products(key).list({})).rejects.toMatchObject({ code: 'session.required' });
});

test('an expired key is no key', async () => {
  const who = { tenantId: door.tenantId, userId: admin.userId, name: 'old', permissions: ['product.read'] as const };
  const past = '2026-01-01T00:00:00.000Z';
  const { key } = await createApiKey(door.database, { ...who, expiresAt: past }, past);
  await expect(products(key).list({})).rejects.toMatchObject({ code: 'session.required' });
});

test.each(['lm_nonsense', 'lm_', '', `lm_${Buffer.alloc(40).toString('base64url')}`])('%j is no key', async (key) => {
  await expect(products(key).list({})).rejects.toMatchObject({ code: 'session.required' });
});

test('a key never does more than its maker, nor longer than the company allows', async () => {
  const made = await mine().create({ name: 'maker of keys', permissions: ['apiKey.write', 'product.read'] });
  const byKey = door.as(apiKeysContract, { 'x-api-key': made.key! });
  await expect(byKey.create({ name: 'more', permissions: ['product.write'] })).rejects.toMatchObject({
    code: 'apiKey.tooBroad',
    data: { permissions: ['product.write'] },
  });
  await door.as(companyContract, { cookie: admin.cookie }).change({ version: 0, apiKeyDays: 60 });
  await expect(mine().create({ name: 'long', permissions: ['deal.read'], days: 61 })).rejects.toMatchObject({
    code: 'apiKey.tooLong',
    data: { most: 60 },
  });
});
