import { afterAll, beforeAll, expect, test } from 'vitest';
import { personRightsContract } from '#compliance/erasure/person-rights.contract.ts';
import { contactsContract } from '#people/contacts.contract.ts';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { router } from '../../app/router.server.ts';

let company: TestCompany;
beforeAll(async () => {
  company = await openTestCompany(router, { now: () => new Date('2026-03-02T02:00:00.000Z') });
});
afterAll(() => company.close());

const rights = () => company.as(personRightsContract, company.actors['admin']!);

test('a legal hold refuses erasure until it is lifted', async () => {
  const { id, version } = await company.as(contactsContract, company.actors['northRep']!).create({ name: '祝文华' });
  await expect(rights().hold({ id, reason: '他女儿今年高考', standing: null })).rejects.toMatchObject({
    code: 'text.privateFact',
  });
  const held = await rights().hold({ id, reason: '合同纠纷，诉讼未结', standing: null });
  expect(held.hold).toMatchObject({ reason: '合同纠纷，诉讼未结', byName: 'admin' });
  await expect(rights().erase({ id, version, ground: 'request' })).rejects.toMatchObject({
    code: 'person.held',
    status: 423,
    message: '这位联系人处于法律保全：合同纠纷，诉讼未结。解除保全之后才能删除。',
    data: { reason: '合同纠纷，诉讼未结' },
  });
  const inEnglish = await company.app.request(`/api/contacts/${id}/erasure`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-test-user': company.actors['admin']!.userId,
      'accept-language': 'en',
    },
    body: JSON.stringify({ version, ground: 'request' }),
  });
  expect(inEnglish.status).toBe(423);
  expect(await inEnglish.json()).toMatchObject({
    code: 'person.held',
    message: 'This contact is under a legal hold: 合同纠纷，诉讼未结. Lift the hold before erasing.',
  });
  // Whoever has not seen it neither puts another in its place nor lifts it.
  const unseen = { code: 'person.holdChanged', status: 409, data: { hold: { reason: '合同纠纷，诉讼未结' } } };
  await expect(rights().hold({ id, reason: '内部审计', standing: null })).rejects.toMatchObject(unseen);
  await expect(rights().hold({ id, reason: null, standing: null })).rejects.toMatchObject(unseen);
  const standing = held.hold!.at;
  expect((await rights().hold({ id, reason: null, standing })).hold).toBeNull();
  await expect(rights().hold({ id, reason: '内部审计', standing })).rejects.toMatchObject({
    code: 'person.holdChanged',
    data: { hold: null },
  });
  await rights().erase({ id, version, ground: 'withdrawn' });
});
