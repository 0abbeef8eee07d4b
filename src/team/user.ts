import { z } from 'zod';
import type { Actor } from '#permissions/actor.ts';
import { roles } from '#permissions/role.ts';
import { scopes } from '#permissions/scope.ts';
import { Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { refuse, type RefusalKinds } from '#shared/refusal.ts';
import { countBelongings, type Belongings } from '#team/belongings.ts';
import { changeOf } from '#shared/change.ts';

const Name = z.string().trim().min(1).max(60);
export const Email = z.string().trim().toLowerCase().max(200).pipe(z.email());
const Roles = z
  .array(z.enum(roles))
  .min(1)
  .transform((chosen) => roles.filter((role) => chosen.includes(role)));

const NO_ADDRESS = '@import.invalid';

/** Stands for an address that nobody has told yet: addresses are unique and never null in the database. */
export const addressless = (id: string) => `${id}${NO_ADDRESS}`;
export const isAddressless = (email: string) => email.endsWith(NO_ADDRESS);

/** What an administrator says about a person who uses the product (Domain §17). */
export const UserFields = z.object({
  name: Name,
  title: z.string().trim().max(60).nullish(),
  teamId: Id.nullable(),
  roles: Roles,
  scope: z.enum(scopes),
});
export type UserFields = z.infer<typeof UserFields>;

export const User = z.object({
  id: Id,
  name: z.string(),
  email: z.string().nullable().meta({ description: 'null: nobody has told it yet' }),
  title: z.string().nullable(),
  teamId: Id.nullable(),
  teamName: z.string().nullable(),
  roles: z.array(z.enum(roles)),
  scope: z.enum(scopes),
  active: z.boolean(),
  signsIn: z.boolean().meta({ description: 'false: known by name only until she is invited' }),
  signedInAt: Instant.nullable(),
  version: z.int(),
});
export type User = z.infer<typeof User>;

export const UserChange = changeOf(UserFields).extend({ active: z.boolean().optional() });
export type UserChange = z.infer<typeof UserChange>;

export const userRefusals = {
  'user.self': {
    status: 422,
    words: () => ({
      zh: '不能修改自己的角色、数据范围或停用自己，请由另一位管理员操作。',
      en: 'You cannot change your own roles or scope, or deactivate yourself; another administrator can.',
    }),
  },
  'user.lastAdmin': {
    status: 422,
    words: () => ({
      zh: '这是最后一位管理员。请先让另一位同事成为管理员。',
      en: 'This is the last administrator. Make a colleague administrator first.',
    }),
  },
  'user.stillOwns': {
    status: 409,
    words: (data: Belongings) => ({
      zh: `名下还有 ${countBelongings(data)} 项（客户、联系人、商机、任务或团队成员身份）。请先交接，再停用。`,
      en: `Still has ${countBelongings(data)} records (accounts, contacts, deals, tasks, memberships). Hand them over first.`,
    }),
  },
  'user.teamMissing': {
    status: 422,
    words: () => ({ zh: '找不到所选的团队，请重新选择。', en: 'The chosen team does not exist; choose again.' }),
  },
} satisfies RefusalKinds;

type Before = Pick<User, 'id' | 'roles' | 'active' | 'scope'>;
type Facts = { otherAdmins: number; teamExists: boolean; belongings: Belongings };

/** What may be changed about a person, by whom. @returns the change itself when it may be made */
export function decideUserChange(actor: Actor, before: Before, change: UserChange, facts: Facts) {
  const rank = change.roles !== undefined && !sameWords(change.roles, before.roles);
  const reach = change.scope !== undefined && change.scope !== before.scope;
  const leaves = before.active && change.active === false;
  if (before.id === actor.userId && (rank || reach || leaves)) return refuse('user.self');
  const wasAdmin = before.active && before.roles.includes('admin');
  const staysAdmin = !leaves && (change.roles ?? before.roles).includes('admin');
  if (wasAdmin && !staysAdmin && facts.otherAdmins === 0) return refuse('user.lastAdmin');
  if (leaves && countBelongings(facts.belongings) > 0) return refuse('user.stillOwns', facts.belongings);
  if (!facts.teamExists) return refuse('user.teamMissing');
  return change;
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word) => b.includes(word));
}
