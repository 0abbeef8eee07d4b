import { PlusOutlined, SnippetsOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useFields } from '#fields/fields.queries.tsx';
import { askedOf, contactColumns, contactFilters } from '#people/contact-list.tsx';
import { contactMessages } from '#people/contacts.messages.ts';
import { contactClient, contacts } from '#people/contacts.queries.tsx';
import { signatureMessages } from '#people/signature.messages.ts';
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
  const signature = useMessages(signatureMessages);
  const lang = useLang();
  const can = useCan();
  const me = useSession().user.id;
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const fields = useFields('contact');
  const { data: people } = useQuery(users.list.queryOptions({ input: { limit: 200 }, staleTime: 5 * 60_000 }));
  const columns = useMemo(() => contactColumns(fields, lang), [fields, lang]);
  const filters = useMemo(() => contactFilters(fields, people?.rows, lang), [fields, people, lang]);
  const form = (how: '1' | 'paste' | undefined) =>
    void navigate({ to: '.', search: (now: object) => ({ ...now, new: how }) as never });
  const add = can('contact.write') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => form('1')}>
      {m.add}
    </Button>
  );
  const paste = can('contact.write') && (
    <Button icon={<SnippetsOutlined />} onClick={() => form('paste')}>
      {signature.short}
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
      <PageHeader
        title={m.title}
        acts={
          <>
            {paste}
            {add}
          </>
        }
      />
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
        <NewContact
          paste={search['new'] === 'paste'}
          onCreated={(id) => void navigate({ to: `/contacts/${id}` })}
          onClose={() => form(undefined)}
        />
      )}
    </>
  );
}
