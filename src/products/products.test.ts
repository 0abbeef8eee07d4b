import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { productsContract } from '#products/products.contract.ts';
import { productHandlers } from '#products/products.server.ts';

let company: TestCompany;
const as = (name: string) => company.as(productsContract, company.actors[name]!);
const lathe = { name: '数控车床 L2', line: '机床', unit: '台', price: 48_000_000, currency: 'CNY' };

beforeAll(async () => {
  company = await openTestCompany({ products: productHandlers });
});
afterAll(() => company.close());

test('a director adds a product, everyone finds it', async () => {
  const created = await as('director').create(lathe);
  expect(created).toMatchObject({ ...lathe, code: null, active: true, version: 1 });
  const { rows } = await as('southRep').list({ search: '车床' });
  expect(rows).toEqual([created]);
});

test('a taken name is refused with words that say what to do', async () => {
  await expect(as('director').create(lathe)).rejects.toMatchObject({
    code: 'product.nameTaken',
    status: 409,
    message: expect.stringContaining('换一个名称'),
  });
});

test('a rep may not change the catalogue', async () => {
  await expect(as('northRep').create({ ...lathe, name: 'other' })).rejects.toMatchObject({
    code: 'permission.missing',
  });
});

test('two people, one product: the second is told and nothing is overwritten', async () => {
  const product = await as('director').create({ ...lathe, name: '两人同改' });
  await as('director').update({ id: product.id, version: 1, price: 1 });
  await expect(as('admin').update({ id: product.id, version: 1, price: 2 })).rejects.toMatchObject({
    code: 'record.changed',
    status: 409,
  });
});

test('all faults of the input are told at once, in the language asked for', async () => {
  const bad = { ...lathe, name: '  ', price: -1, currency: '元' };
  await expect(as('director').create(bad)).rejects.toMatchObject({
    code: 'input.invalid',
    status: 422,
    data: { issues: [{ path: ['name'] }, { path: ['price'], message: '不能小于 0' }, { path: ['currency'] }] },
  });
  const english = company.as(productsContract, company.actors['director']!, { 'accept-language': 'en' });
  await expect(english.create(bad)).rejects.toMatchObject({
    message: '3 things need correcting.',
  });
});

test('a retry under the same Idempotency-Key gives the first answer and makes nothing new', async () => {
  const client = company.as(productsContract, company.actors['director']!, { 'idempotency-key': 'once' });
  const first = await client.create({ ...lathe, name: '重试' });
  expect(await client.create({ ...lathe, name: '重试' })).toEqual(first);
  await expect(client.create({ ...lathe, name: '别的' })).rejects.toMatchObject({ code: 'request.keyReused' });
});

test('pages by keyset: every product once, in order', async () => {
  for (let i = 0; i < 12; i++) await as('director').create({ ...lathe, name: `分页 ${i % 10}-${i}`, price: i % 3 });
  const seen: number[] = [];
  let after: string | undefined;
  do {
    const { rows, next } = await as('director').list({ search: '分页', sort: 'price', order: 'desc', limit: 5, after });
    seen.push(...rows.map((row) => row.price));
    after = next ?? undefined;
  } while (after);
  expect(seen).toEqual([2, 2, 2, 2, 1, 1, 1, 1, 0, 0, 0, 0]);
  await expect(as('director').list({ after: 'nonsense' })).rejects.toMatchObject({ code: 'input.invalid' });
});
