import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Application } from '#app/application.server.ts';
import { newId } from '#platform/id.server.ts';
import { installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { addUser, foundCompany, joinCompany } from '#team/found-company.server.ts';
import { createIdentity } from '#team/identities.server.ts';

/** On an empty database: the sample company. @returns what to print: how to sign in locally */
export async function firstCompany({ database, auth, settings }: Application): Promise<string> {
  const note = join(settings.dataFolder, 'sign-in.txt');
  const any = await database.system.selectFrom('tenants').select('id').limit(1).executeTakeFirst();
  if (!any) {
    const now = new Date().toISOString();
    const email = 'admin@longmen.example';
    const password = randomBytes(9).toString('base64url');
    const identity = await createIdentity(auth, email, '管理员', password);
    const { tenantId, teamId } = await foundCompany(database, '示例公司', now);
    const userId = newId();
    await database.write(tenantId, async (tx) => {
      await addUser(
        tx,
        tenantId,
        { id: userId, identityId: identity, name: '管理员', email, teamId, roles: ['admin'] },
        now,
      );
      await installPlaybooks(tx, tenantId, now);
    });
    await joinCompany(database, identity, tenantId, userId);
    writeFileSync(note, `  登录 sign in   ${email}\n  密码 password  ${password}\n`, { mode: 0o600 });
  }
  return existsSync(note) ? readFileSync(note, 'utf8') : '';
}
