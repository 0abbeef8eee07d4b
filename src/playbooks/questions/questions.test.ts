import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { questionsContract } from '#playbooks/questions/questions.contract.ts';
import { questionHandlers } from '#playbooks/questions/questions.server.ts';

let company: TestCompany;
beforeAll(async () => {
  company = await openTestCompany({ questions: questionHandlers });
});
afterAll(() => company.close());
type Filter = { industry?: string; trade?: string; problem?: string; kind?: 'implication'; search?: string };
const asked = (filter: Filter) => company.as(questionsContract, company.actors['northRep']!).list(filter);

test('the whole bank, with the choices of its filters', async () => {
  const { industry, industries, problems, falseFriends } = await asked({});
  expect(industry).toBeNull();
  expect(industries).toHaveLength(9);
  expect(problems.map(({ id }) => id)).toEqual(industries.flatMap((one) => one.problems.map(({ id }) => id)));
  expect(falseFriends.length).toBeGreaterThan(20);
});

test("an account's industry as it was typed picks one; an industry given wins over it", async () => {
  const steel = await asked({ trade: '钢铁冶金', kind: 'implication' });
  expect(steel.industry).toBe('manufacturing');
  expect(new Set(steel.problems.map(({ industry }) => industry))).toEqual(new Set(['manufacturing']));
  expect(new Set(steel.problems.flatMap((one) => one.questions.map(({ kind }) => kind)))).toEqual(
    new Set(['implication']),
  );
  expect((await asked({ trade: '钢铁冶金', industry: 'it' })).industry).toBe('it');
  expect((await asked({ trade: '' })).industry).toBe('general');
});

test('by problem and text; what nobody wrote finds nothing and still gives the choices', async () => {
  const { problems } = await asked({ problem: 'outages', search: '  宕机 ' });
  expect(problems).toMatchObject([{ id: 'outages', industry: 'it' }]);
  const nothing = await asked({ industry: 'weather' });
  expect(nothing.problems).toEqual([]);
  expect(nothing.industries).toHaveLength(9);
});

test('a kind that does not exist is refused', async () => {
  await expect(asked({ kind: 'closing' as never })).rejects.toMatchObject({ code: 'input.invalid' });
});
