import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { newId } from '#platform/id.server.ts';
import { MOST_BYTES, safeName, type Attachment } from '#attachments/attachment.ts';
import { attachmentsContract } from '#attachments/attachments.contract.ts';
import { attachmentRoutes } from '#attachments/attachments.routes.server.ts';
import { attachmentHandlers } from '#attachments/attachments.server.ts';

let company: TestCompany;
const as = (name: string) => company.as(attachmentsContract, company.actors[name]!);
const about = { subjectKind: 'account', subjectId: newId() } as const;
const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';

beforeAll(async () => {
  company = await openTestCompany({ attachments: attachmentHandlers }, { routes: attachmentRoutes });
  for (const name of Object.keys(company.actors)) as(name); // lets each sign in
  const at = '2026-01-01T00:00:00.000Z';
  await company.database.write(company.tenantId, (tx) =>
    tx
      .insertInto('accounts')
      .values({
        tenant_id: company.tenantId,
        id: about.subjectId,
        name: '北方重工',
        name_key: '北方重工',
        owner_id: company.actors['northRep']!.userId,
        team_id: company.teams.north,
        created_at: at,
        updated_at: at,
      })
      .execute(),
  );
});
afterAll(() => company.close());

async function upload(
  who: string | null,
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  subjectId: string = about.subjectId,
) {
  const body = new FormData();
  body.set('subjectKind', 'account');
  body.set('subjectId', subjectId);
  body.set('file', new File([content], name));
  const headers = { ...(who && { 'x-test-user': company.actors[who]!.userId }) };
  const response = await company.app.request('http://test/api/attachments', { method: 'POST', body, headers });
  return { status: response.status, body: (await response.json()) as Attachment & { code: string; message: string } };
}

function download(who: string, id: string) {
  const headers = { 'x-test-user': company.actors[who]!.userId };
  return company.app.request(`http://test/api/attachments/${id}/content`, { headers });
}

test('a file is kept with the account and comes back as it was, never to be run', async () => {
  const { status, body } = await upload('northRep', '../方案（终稿）.PDF', pdf);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    name: '方案（终稿）.pdf',
    mediaType: 'application/pdf',
    bytes: pdf.length,
    addedByName: 'northRep',
  });
  expect((await as('presales').list(about)).rows).toEqual([body]);
  const response = await download('presales', body.id);
  expect(await response.text()).toBe(pdf);
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('方案（终稿）.pdf')}`,
  );
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test('whoever does not see the account neither adds, lists nor downloads', async () => {
  const { body } = await upload('northRep', 'a.pdf', pdf);
  expect((await upload('southRep', 'b.pdf', pdf)).body.code).toBe('record.notFound');
  expect((await download('southRep', body.id)).status).toBe(404);
  expect((await download('northRep', newId())).status).toBe(404);
  expect((await download('northRep', 'nonsense')).status).toBe(404);
  expect((await upload(null, 'b.pdf', pdf)).status).toBe(401);
  expect((await upload('auditor', 'b.pdf', pdf)).body.code).toBe('permission.missing');
  await expect(as('southRep').list(about)).rejects.toMatchObject({ code: 'record.notFound' });
  await expect(as('southRep').remove({ id: body.id })).rejects.toMatchObject({ code: 'record.notFound' });
});

test.each([
  ['a page', 'x.txt', '<html><script>alert(1)</script>'],
  ['a drawing that runs', 'x.png', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  [
    'an archive',
    'x.pdf',
    new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0, ...Array.from({ length: 40 }, () => 0)]),
  ],
  ['a program', 'x.docx', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 255, 255, 0, 0])],
  ['unknown bytes', 'x.jpg', new Uint8Array([1, 0, 2, 0, 3, 0, 200, 201])],
])('%s is refused whatever it is called', async (_, name, content) => {
  expect(await upload('northRep', name, content)).toMatchObject({
    status: 415,
    body: { code: 'attachment.kindNotAllowed' },
  });
});

test('text is told from its bytes, Chinese encodings too', async () => {
  const gbk = new Uint8Array([0xb1, 0xb8, 0xd7, 0xa2]);
  expect((await upload('northRep', '备注.txt', gbk)).body).toMatchObject({ mediaType: 'text/plain', name: '备注.txt' });
  expect((await upload('northRep', '名单.csv', '姓名,电话\n')).body).toMatchObject({ mediaType: 'text/csv' });
});

test('empty and too large files are refused', async () => {
  expect(await upload('northRep', 'x.txt', '')).toMatchObject({ status: 422, body: { code: 'attachment.empty' } });
  const large = new Uint8Array(MOST_BYTES + 1).fill(0x41);
  expect(await upload('northRep', 'x.txt', large)).toMatchObject({
    status: 413,
    body: { code: 'attachment.tooLarge' },
  });
});

test('a form sent from another site is refused', async () => {
  const headers = {
    origin: 'http://elsewhere',
    cookie: 'session=1',
    'x-test-user': company.actors['northRep']!.userId,
  };
  const request = { method: 'POST', body: new FormData(), headers };
  expect((await company.app.request('http://test/api/attachments', request)).status).toBe(403);
});

test('a body that is no form is told so', async () => {
  const headers = { 'x-test-user': company.actors['northRep']!.userId, 'content-type': 'application/json' };
  const response = await company.app.request('http://test/api/attachments', { method: 'POST', body: '{}', headers });
  expect(response.status).toBe(422);
});

test('who added it or leads removes it', async () => {
  const { body } = await upload('northRep', 'a.pdf', pdf);
  await expect(as('presales').remove({ id: body.id })).rejects.toMatchObject({
    code: 'attachment.notYours',
    message: expect.stringContaining('northRep'),
  });
  await as('northManager').remove({ id: body.id });
  expect((await download('northRep', body.id)).status).toBe(404);
});

test('a safe name has no path, no tricks, and the ending of its content', () => {
  expect(safeName('invoice\u202efdp.exe', 'application/pdf')).toBe('invoicefdp.exe.pdf');
  expect(safeName('C:\\temp\\合同.docx', 'application/pdf')).toBe('合同.docx.pdf');
  expect(safeName('...', 'image/png')).toBe('附件.png');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const safe = safeName(name, 'image/jpeg');
      expect(safe).toMatch(/^[^/\\<>:"|?*]+\.jpe?g$/);
      expect(safe).not.toMatch(/^\./);
    }),
  );
});
