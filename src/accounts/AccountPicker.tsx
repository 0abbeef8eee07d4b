import { useQuery } from '@tanstack/react-query';
import type { AccountRow } from '#accounts/account.ts';
import { accountMessages } from '#accounts/accounts.messages.ts';
import { accounts } from '#accounts/accounts.queries.tsx';
import { type Choosing, RecordSelect, useTyped } from '#ui/form/RecordSelect.tsx';
import { useMessages } from '#ui/lang.tsx';

type Picked = Pick<AccountRow, 'id' | 'name'> &
  Partial<Pick<AccountRow, 'city' | 'province' | 'industry' | 'ownerName'>>;

/** Chooses an account by part of its name, alias, code or pinyin initials. */
export function AccountPicker(props: Choosing) {
  const { duplicates: m } = useMessages(accountMessages);
  const { asked, typing } = useTyped();
  return (
    <RecordSelect<Picked>
      {...props}
      typing={typing}
      found={useQuery(accounts.list.queryOptions(asked))}
      apart={({ city, province, industry, ownerName }) =>
        // The chosen one is known by its name only until the list holds it.
        [city ?? province, industry, ownerName === undefined ? null : ownerName ? m.owned(ownerName) : m.unowned]
          .filter(Boolean)
          .join(' · ')
      }
    />
  );
}
