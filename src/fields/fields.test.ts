import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { fieldsContract } from '#fields/fields.contract.ts';
import { fieldHandlers } from '#fields/fields.server.ts';

let company: TestCompany;
const as = (name: string) => company.as(fieldsContract, company.actors[name]!);
const machines = { noun: 'account', key: 'machines', type: 'number', label: '设备台数' } as const;

beforeAll(async () => {
  company = await openTestCompany({ fields: fieldHandlers });
});
afterAll(() => company.close());

test('an administrator adds fields, everyone gets them in order', async () => {
  const first = await as('admin').create(machines);
  const second = await as('admin').create({
    ...machines,
    key: 'tier',
    type: 'choice',
    label: '等级',
    choices: ['金', '银'],
  });
  expect(second.position).toBeGreaterThan(first.position);
  const { rows } = await as('northRep').list({ noun: 'account' });
  expect(rows).toEqual([first, second]);
});

test('a key is used once, and a choice needs choices', async () => {
  await expect(as('admin').create(machines)).rejects.toMatchObject({ code: 'field.keyTaken', status: 409 });
  const empty = { noun: 'deal', key: 'kind', type: 'choices', label: '种类' } as const;
  await expect(as('admin').create(empty)).rejects.toMatchObject({ code: 'field.choicesMissing' });
});

test('a field is archived, and comes back with its choices changed', async () => {
  const field = await as('admin').create({
    noun: 'contact',
    key: 'lang',
    type: 'choice',
    label: '语言',
    choices: ['中'],
  });
  const archived = await as('admin').update({ id: field.id, version: 1, archived: true });
  expect((await as('admin').list({ noun: 'contact' })).rows).toEqual([]);
  expect((await as('admin').list({ noun: 'contact', archived: true })).rows).toEqual([archived]);
  const back = await as('admin').update({ id: field.id, version: 2, archived: false, choices: ['中', '英'] });
  expect(back).toMatchObject({ choices: ['中', '英'], archived: false, version: 3 });
  await expect(as('admin').update({ id: field.id, version: 3, choices: [] })).rejects.toMatchObject({
    code: 'field.choicesMissing',
  });
  await expect(as('admin').update({ id: field.id, version: 1, label: '旧' })).rejects.toMatchObject({
    code: 'record.changed',
  });
});

test('a hundred fields are enough', async () => {
  for (let i = 0; i < 100; i++)
    await as('admin').create({ noun: 'deal', key: `f${i}`, type: 'text', label: `字段 ${i}` });
  const more = { noun: 'deal', key: 'more', type: 'text', label: '更多' } as const;
  await expect(as('admin').create(more)).rejects.toMatchObject({ code: 'field.tooMany', data: { limit: 100 } });
});

test('a rep does not define fields', async () => {
  await expect(as('northRep').create(machines)).rejects.toMatchObject({ code: 'permission.missing' });
});

test('a field that would ask everybody for something private is not made, nor called so later', async () => {
  const birthday = { noun: 'contact', key: 'birth', type: 'day', label: '生日' } as const;
  await expect(as('admin').create(birthday)).rejects.toMatchObject({
    code: 'text.privateFact',
    data: { facts: [{ kind: 'birthday', found: '生日' }] },
  });
  const field = await as('admin').create({ ...birthday, key: 'school', type: 'text', label: '毕业院校' });
  const renamed = as('admin').update({ id: field.id, version: field.version, labelEn: 'Religion' });
  await expect(renamed).rejects.toMatchObject({ code: 'text.privateFact', data: { facts: [{ kind: 'religion' }] } });
  // An anniversary of a company is nobody's private life.
  await as('admin').create({ ...birthday, noun: 'account', key: 'birth' });
});
