import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { accountColumns, accountFilters, askedOf } from '#accounts/account-list.tsx';
import { accountMessages } from '#accounts/accounts.messages.ts';
import { accountClient, accounts } from '#accounts/accounts.queries.tsx';
import { useFields } from '#fields/fields.queries.tsx';
import { usersContract } from '#team/users.contract.ts';
import { queriesFor } from '#ui/client.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RecordList } from '#ui/list/RecordList.tsx';
import { useNewForm } from '#ui/list/useNewForm.tsx';
import { useManyActs } from '#ui/list/useManyActs.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { useCan, useSession } from '#ui/session.tsx';
import { useSavedViews } from '#views/useSavedViews.tsx';

const NewAccount = onDemand(async () => (await import('#accounts/NewAccount.tsx')).NewAccount);
const HandOver = onDemand(async () => (await import('#team/HandOverManyPanel.tsx')).HandOverManyPanel);

const users = queriesFor(usersContract, 'users');

/** All accounts one sees: find, filter, open, add. */
export function AccountsPage() {
  useFetchSoon(NewAccount);
  const m = useMessages(accountMessages);
  const lang = useLang();
  const me = useSession().user.id;
  const can = useCan();
  const fields = useFields('account');
  const { data: words } = useQuery(accounts.words.queryOptions({ input: {}, staleTime: 5 * 60_000 }));
  const { data: people } = useQuery(users.list.queryOptions({ input: { limit: 200 }, staleTime: 5 * 60_000 }));
  const columns = useMemo(() => accountColumns(fields, lang), [fields, lang]);
  const filters = useMemo(
    () => accountFilters({ fields, words, people: people?.rows, lang }),
    [fields, words, people, lang],
  );
  const { add, open, close } = useNewForm('account.write', m.add);
  const views = useSavedViews('accounts');
  const bulkActs = useManyActs({
    assign: accountClient.assignMany,
    tag: accountClient.tagMany,
    permission: 'account.write',
    name: 'accounts',
    known: words?.tags,
    HandOver,
  });
  return (
    <>
      <PageHeader title={m.title} acts={add} />
      <RecordList
        name="accounts"
        views={views}
        bulkActs={bulkActs}
        label={m.title}
        columns={columns}
        filters={filters}
        href={(row) => `/accounts/${row.id}`}
        queryKey={accounts.list.key()}
        exports="accounts"
        fetchPage={({ filters: asked, order = 'desc', ...at }) =>
          accountClient.list({ ...at, order, ...askedOf(asked, me) })
        }
        empty={{ title: m.empty, hint: m.emptyHint(can('import.run')), act: add }}
      />
      {open && <NewAccount onClose={close} />}
    </>
  );
}
