import type { AccountPage } from '#accounts/accounts.contract.ts';

/** What an account still wants, the most useful first. */
export const nextActs = ['owner', 'contact', 'deal', 'task', 'sponsor', 'code', 'profile'] as const;
export type NextAct = (typeof nextActs)[number];

type Known = Pick<AccountPage, 'account' | 'members' | 'counts'>;

/** What to do next on an account, by what is missing from it; at most three, so that it is an advice and no list. */
export function nextActsOf({ account, members, counts }: Known): NextAct[] {
  const wanted: { [act in NextAct]: boolean } = {
    owner: account.ownerId === null,
    contact: counts.contacts === 0,
    deal: counts.deals === 0,
    task: counts.openTasks === 0,
    sponsor: counts.deals > 0 && !members.some((member) => member.role === 'sponsor'),
    code: account.creditCode === null,
    profile: account.industry === null || account.province === null,
  };
  return nextActs.filter((act) => wanted[act]).slice(0, 3);
}
