import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { roles } from '#permissions/role.ts';
import { newId } from '#platform/id.server.ts';
import { addUser, joinCompany } from '#team/found-company.server.ts';
import { createIdentity, findIdentity } from '#team/identities.server.ts';
import { CommandError, companyOf, onDatabase, read, readAs, type Command } from '#app/commands/command.server.ts';

const Asked = z.object({
  email: z.email(),
  name: z.string().trim().min(1).max(60),
  role: z.array(z.enum(roles)).min(1),
  team: z.string().optional(),
  company: z.string().optional(),
});

export const createUser: Command = {
  name: 'user create',
  usage: 'user create --email ADDRESS --name NAME --role ROLE [--role …] [--team NAME] [--company NAME]',
  zh: '新建用户并打印初始密码',
  en: 'create a user and print the first password',
  run: async (words) => {
    const text = { type: 'string' } as const;
    const { values } = read(words, {
      email: text,
      name: text,
      team: text,
      company: text,
      role: { ...text, multiple: true },
    });
    const { email, name, role, team, company } = readAs(Asked, values);
    const password = randomBytes(9).toString('base64url');
    await onDatabase(async (database) => {
      const tenantId = await companyOf(database, company);
      const teams = await database.system
        .selectFrom('teams')
        .select(['id', 'name', 'parent_id'])
        .where('tenant_id', '=', tenantId)
        .execute();
      const place = team ? teams.find((known) => known.name === team) : teams.find((known) => known.parent_id === null);
      if (!place) throw new CommandError(`没有这个团队。No such team: ${teams.map((known) => known.name).join(', ')}`);
      const taken = await database.system
        .selectFrom('users')
        .select('id')
        .where('tenant_id', '=', tenantId)
        .where('email', '=', email.toLowerCase())
        .executeTakeFirst();
      if (taken || (await findIdentity(database.system, email.toLowerCase())))
        throw new CommandError(`这个邮箱已有用户。A user with this address is here already: ${email}`);
      const identityId = await createIdentity(database.system, email, name, password);
      const now = new Date().toISOString();
      const user = { id: newId(), identityId, name, email, teamId: place.id, roles: role };
      await database.write(tenantId, (tx) => addUser(tx, tenantId, user, now));
      await joinCompany(database, identityId, tenantId, user.id);
    });
    console.log(`${email}\n${password}`);
  },
};
