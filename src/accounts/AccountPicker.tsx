import { useQuery } from '@tanstack/react-query';
import { accounts } from '#accounts/accounts.queries.tsx';
import { type Choosing, RecordSelect, useTyped } from '#ui/form/RecordSelect.tsx';

/** Chooses an account by part of its name, alias, code or pinyin initials. */
export function AccountPicker(props: Choosing) {
  const { asked, typing } = useTyped();
  return <RecordSelect {...props} typing={typing} found={useQuery(accounts.list.queryOptions(asked))} />;
}
