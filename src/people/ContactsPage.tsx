import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useFields } from '#fields/fields.queries.tsx';
import { askedOf, contactColumns, contactFilters } from '#people/contact-list.tsx';
import { contactMessages } from '#people/contacts.messages.ts';
import { contactClient, contacts } from '#people/contacts.queries.tsx';
import { usersContract } from '#team/users.contract.ts';
import { queriesFor } from '#ui/client.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RecordList } from '#ui/list/RecordList.tsx';
import { useManyActs } from '#ui/list/useManyActs.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { useCan, useSession } from '#ui/session.tsx';
import { useSavedViews } from '#views/useSavedViews.tsx';

const NewContact = onDemand(async () => (await import('#people/NewContact.tsx')).NewContact);
const HandOver = onDemand(async () => (await import('#team/HandOverManyPanel.tsx')).HandOverManyPanel);

const users = queriesFor(usersContract, 'users');

/** All contacts one sees. */
export function ContactsPage() {
  useFetchSoon(NewContact);
  const m = useMessages(contactMessages);
  const lang = useLang();
  const can = useCan();
  const me = useSession().user.id;
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const fields = useFields('contact');
  const { data: people } = useQuery(users.list.queryOptions({ input: { limit: 200 }, staleTime: 5 * 60_000 }));
  const columns = useMemo(() => contactColumns(fields, lang), [fields, lang]);
  const filters = useMemo(() => contactFilters(fields, people?.rows, lang), [fields, people, lang]);
  const form = (open: boolean) =>
    void navigate({ to: '.', search: (now: object) => ({ ...now, new: open ? '1' : undefined }) as never });
  const add = can('contact.write') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => form(true)}>
      {m.add}
    </Button>
  );
  const views = useSavedViews('contacts');
  const bulkActs = useManyActs({
    assign: contactClient.assignMany,
    tag: contactClient.tagMany,
    permission: 'contact.write',
    name: 'contacts',
    HandOver,
  });
  return (
    <>
      <PageHeader title={m.title} acts={add} />
      <RecordList
        name="contacts"
        views={views}
        bulkActs={bulkActs}
        label={m.title}
        columns={columns}
        filters={filters}
        href={(row) => `/contacts/${row.id}`}
        queryKey={contacts.list.key()}
        exports="contacts"
        fetchPage={({ filters: asked, order = 'desc', ...at }) =>
          contactClient.list({ ...at, order, ...askedOf(asked, me) })
        }
        empty={{ title: m.empty, hint: m.emptyHint, act: add }}
      />
      {search['new'] !== undefined && (
        <NewContact onCreated={(id) => void navigate({ to: `/contacts/${id}` })} onClose={() => form(false)} />
      )}
    </>
  );
}
