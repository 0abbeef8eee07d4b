import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { newId } from '#platform/id.server.ts';
import { notesContract } from '#notes/notes.contract.ts';
import { noteHandlers } from '#notes/notes.server.ts';

let company: TestCompany;
const as = (name: string) => company.as(notesContract, company.actors[name]!);
const about = { subjectKind: 'account', subjectId: newId() } as const;

beforeAll(async () => {
  company = await openTestCompany({ notes: noteHandlers });
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

test('notes are read by whoever sees the subject, newest first, page by page', async () => {
  for (const body of ['一', '二', '三']) await as('northRep').create({ ...about, body });
  const first = await as('presales').list({ ...about, limit: 2 });
  expect(first.rows.map((note) => note.body)).toEqual(['三', '二']);
  const rest = await as('presales').list({ ...about, limit: 2, after: first.next! });
  expect(rest).toMatchObject({ rows: [{ body: '一', authorName: 'northRep' }], next: null });
  await expect(as('southRep').list(about)).rejects.toMatchObject({ code: 'record.notFound' });
  await expect(as('southRep').create({ ...about, body: '偷看' })).rejects.toMatchObject({ code: 'record.notFound' });
});

test('the author changes and removes her note, nobody else does', async () => {
  const note = await as('northRep').create({ ...about, body: '他们年底前要定方案' });
  await expect(as('northManager').update({ id: note.id, version: 1, body: '改' })).rejects.toMatchObject({
    code: 'note.notAuthor',
    message: expect.stringContaining('northRep'),
  });
  const changed = await as('northRep').update({ id: note.id, version: 1, body: '他们三月前要定方案' });
  expect(changed).toMatchObject({ body: '他们三月前要定方案', version: 2 });
  await expect(as('northRep').update({ id: note.id, version: 1, body: '旧' })).rejects.toMatchObject({
    code: 'record.changed',
  });
  await expect(as('southRep').remove({ id: note.id, version: 2 })).rejects.toMatchObject({ code: 'record.notFound' });
  await as('northRep').remove({ id: note.id, version: 2 });
  expect((await as('northRep').list(about)).rows.map((one) => one.id)).not.toContain(note.id);
  await expect(as('northRep').update({ id: note.id, version: 3, body: '再' })).rejects.toMatchObject({
    code: 'record.notFound',
  });
});

test('an empty note is refused, an auditor does not write', async () => {
  await expect(as('northRep').create({ ...about, body: '  ' })).rejects.toMatchObject({ code: 'input.invalid' });
  await expect(as('auditor').create({ ...about, body: '审计' })).rejects.toMatchObject({ code: 'permission.missing' });
});
