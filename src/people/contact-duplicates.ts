import { z } from 'zod';
import { phoneKey } from '#accounts/account-name.ts';
import { Id } from '#shared/id.ts';
import { fold } from '#shared/text.ts';

/** Why two contacts are probably one person. */
export const likenesses = ['mobile', 'email', 'name'] as const;
export type Likeness = (typeof likenesses)[number];

/** A contact that is probably the same; only of those that the asker may see. */
export const ContactCandidate = z.object({
  id: Id,
  name: z.string(),
  accountName: z.string().nullable(),
  title: z.string().nullable(),
  why: z.array(z.enum(likenesses)),
});
export type ContactCandidate = z.infer<typeof ContactCandidate>;

type Person = {
  name?: string | undefined;
  accountId?: string | null | undefined;
  mobile?: string | null | undefined;
  phone?: string | null | undefined;
  email?: string | null | undefined;
};

/** The telephone numbers of a person, however they are written. */
export function numbersOf({ mobile, phone }: Person): string[] {
  return [phoneKey(mobile), phoneKey(phone)].filter((key) => key !== null);
}

/**
 * The same mobile or e-mail is the same person; so is the same name at the same account. A switchboard is shared by a
 * whole house: a landline counts only where one of the two has it as her mobile.
 */
export function likenessOf(one: Person, other: Person): Likeness[] {
  const mobiles = [phoneKey(one.mobile), phoneKey(other.mobile)];
  const shared = numbersOf(one).some((number) => mobiles.includes(number) && numbersOf(other).includes(number));
  const why: [boolean, Likeness][] = [
    [shared, 'mobile'],
    [same(one.email, other.email), 'email'],
    [!!one.accountId && one.accountId === other.accountId && same(one.name, other.name), 'name'],
  ];
  return why.filter(([yes]) => yes).map(([, likeness]) => likeness);
}

function same(a: string | null | undefined, b: string | null | undefined): boolean {
  return !!a && !!b && fold(a).trim() === fold(b).trim();
}
