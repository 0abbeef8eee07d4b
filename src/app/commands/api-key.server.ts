import { z } from 'zod';
import { permissions } from '#permissions/permission.ts';
import { permissionsOf, type Role } from '#permissions/role.ts';
import { createApiKey } from '#session/api-keys/create-api-key.server.ts';
import { CommandError, companyOf, onDatabase, read, readAs, type Command } from '#app/commands/command.server.ts';

const Asked = z.object({
  email: z.email(),
  name: z.string().trim().min(1).max(80),
  permission: z.array(z.enum(permissions)).min(1),
  days: z.coerce.number().int().min(1).max(730).default(90),
  company: z.string().optional(),
});

export const apiKeyCommand: Command = {
  name: 'api-key create',
  usage:
    'api-key create --email ADDRESS --name NAME --permission NOUN.VERB [--permission …] [--days 90] [--company NAME]',
  zh: '为某位用户新建 API 密钥并打印一次',
  en: 'create an API key that acts for a user, and print it once',
  run: async (words) => {
    const text = { type: 'string' } as const;
    const { values } = read(words, {
      email: text,
      name: text,
      days: text,
      company: text,
      permission: { ...text, multiple: true },
    });
    const { email, name, permission, days, company } = readAs(Asked, values);
    const key = await onDatabase(async (database) => {
      const tenantId = await companyOf(database, company);
      const user = await database.system
        .selectFrom('users')
        .select(['id', 'roles'])
        .where('tenant_id', '=', tenantId)
        .where('email', '=', email.toLowerCase())
        .where('active', '=', true)
        .executeTakeFirst();
      if (!user) throw new CommandError(`没有这位在职用户。No active user: ${email}`);
      const held = (user.roles as Role[]).flatMap((role) => permissionsOf[role]);
      const beyond = permission.filter((one) => !held.includes(one));
      if (beyond.length > 0) throw new CommandError(`超出其权限。Beyond what she may: ${beyond.join(', ')}`);
      const now = new Date();
      const expiresAt = new Date(now.getTime() + days * 86_400_000).toISOString();
      const made = { tenantId, userId: user.id, name, permissions: permission, expiresAt };
      return (await createApiKey(database, made, now.toISOString())).key;
    });
    console.log(key);
  },
};
