import { useQuery } from '@tanstack/react-query';
import type { Account } from '#accounts/account.ts';
import { accountMessages } from '#accounts/accounts.messages.ts';
import { accounts } from '#accounts/accounts.queries.tsx';
import { Candidates } from '#accounts/Candidates.tsx';
import { useMessages } from '#ui/lang.tsx';
import { Notice } from '#ui/Notice.tsx';

/** What is probably the same account, for those who may make one of the two. */
export function SameAccount({ account }: { account: Account }) {
  const { duplicates: m } = useMessages(accountMessages);
  const { id, name, creditCode, phone } = account;
  const asked = { exceptId: id, name, creditCode: creditCode ?? undefined, phone: phone ?? undefined };
  const { data } = useQuery(accounts.duplicates.queryOptions({ input: asked, staleTime: 60_000 }));
  const candidates = data?.candidates ?? [];
  if (candidates.length === 0) return null;
  return (
    <Notice title={m.title(candidates.length)}>
      <Candidates candidates={candidates} mergeInto={id} />
    </Notice>
  );
}
