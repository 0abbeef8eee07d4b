import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { companyDefaults, CompanySettings, readSettings } from '#company/company.ts';
import { companyContract } from '#company/company.contract.ts';
import { companyHandlers } from '#company/company.server.ts';

let company: TestCompany;
const as = (name: string) => company.as(companyContract, company.actors[name]!);
beforeAll(async () => {
  company = await openTestCompany({ company: companyHandlers });
});
afterAll(() => company.close());

test('nothing has to be set; everyone may look, only an administrator may change', async () => {
  expect(await as('northRep').show({})).toEqual({ ...companyDefaults, name: 'Test company', version: 0 });
  await expect(as('director').change({ version: 0, name: '别人的' })).rejects.toMatchObject({ status: 403 });
});

test('two administrators: the second is told, also about the very first change', async () => {
  const first = await as('admin').change({ version: 0, name: '龙门精工', fiscalYearStart: 4 });
  expect(first).toMatchObject({ name: '龙门精工', fiscalYearStart: 4, currency: 'CNY', version: 1 });
  for (const version of [0, 5])
    await expect(as('admin').change({ version, currency: 'EUR' })).rejects.toMatchObject({ code: 'record.changed' });
  expect(await as('admin').change({ version: 1, currency: 'EUR' })).toMatchObject({ currency: 'EUR', version: 2 });
});

test.each([{ fiscalYearStart: 13 }, { currency: 'yuan' }, { timeZone: 'Mars/Olympus' }, { invitationDays: 0 }])(
  'refuses %j',
  async (bad) => {
    await expect(as('admin').change({ version: 2, ...bad })).rejects.toMatchObject({ code: 'input.invalid' });
  },
);

test('whatever was kept, reading it gives valid settings', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.record({ currency: fc.anything(), apiKeyDays: fc.anything() })), (kept) => {
      expect(CompanySettings.safeParse(readSettings(kept)).success).toBe(true);
    }),
  );
  expect(readSettings({ currency: 'USD', timeZone: 'nowhere' })).toEqual({ ...companyDefaults, currency: 'USD' });
});
