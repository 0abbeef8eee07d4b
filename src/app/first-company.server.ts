import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashPassword } from 'better-auth/crypto';
import type { Application } from '#app/application.server.ts';
import { staff } from '#sample/staff.ts';
import { joinCompany } from '#team/found-company.server.ts';
import { insertIdentity } from '#team/identities.server.ts';

/** On an empty database: the sample company. @returns what to print: how to sign in locally */
export async function firstCompany({ database, settings, log }: Application): Promise<string> {
  const note = join(settings.dataFolder, 'sign-in.txt');
  const anybody = await database.system.selectFrom('auth_memberships').select('user_id').limit(1).executeTakeFirst();
  if (!anybody) {
    process.stdout.write('Loading the sample company … 正在载入示例公司\n');
    const password = randomBytes(9).toString('base64url');
    const passwordHash = await hashPassword(password);
    const identities = new Map<string, string>();
    for (const { email, name } of staff)
      identities.set(email, await insertIdentity(database.system, { email, name, passwordHash }));
    const identityOf = (email: string) => identities.get(email) ?? null;
    const { foundSampleCompany } = await import('#app/sample-company.server.ts');
    const { tenantId, cast } = await foundSampleCompany(database, { now: new Date(), log, identityOf });
    for (const { email, name } of staff)
      await joinCompany(database, identities.get(email)!, tenantId, cast.get(name)!.userId);
    writeFileSync(note, howToSignIn(password), { mode: 0o600 });
  }
  return existsSync(note) ? readFileSync(note, 'utf8') : '';
}

function howToSignIn(password: string): string {
  const [admin, ...others] = staff.filter(
    ({ role }, at) => staff.findIndex((colleague) => colleague.role === role) === at,
  );
  return [
    `  登录 sign in   ${admin!.email}`,
    `  密码 password  ${password}`,
    `  同一密码的账号 with the same password, @longmen.example:`,
    `    ${[...others.map(({ email }) => email.split('@')[0]), 'xiaozhang'].join(' · ')}`,
    '',
  ].join('\n');
}
