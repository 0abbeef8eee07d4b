import { ContactsOutlined } from '@ant-design/icons';
import type { Slice } from '#ui/slice.tsx';

/** Contacts: list, page; found by ⌘K. */
export const contactsSlice: Slice = {
  pages: [
    {
      path: '/contacts',
      title: { zh: '联系人', en: 'Contacts' },
      permission: 'contact.read',
      load: async () => (await import('#people/ContactsPage.tsx')).ContactsPage,
      nav: { icon: ContactsOutlined, order: 30 },
    },
    {
      path: '/contacts/$contactId',
      title: { zh: '联系人', en: 'Contact' },
      permission: 'contact.read',
      load: async () => (await import('#people/ContactPage.tsx')).ContactPage,
      prefetch: async ({ params, queries }) => {
        const { contactQuery } = await import('#people/contacts.queries.tsx');
        await queries.prefetchQuery(contactQuery(params['contactId'] ?? ''));
      },
    },
  ],
  commands: [
    {
      id: 'contact.new',
      kind: 'create',
      label: { zh: '新建联系人', en: 'New contact' },
      keywords: 'xjlxr 新增联系人',
      permission: 'contact.write',
      to: '/contacts?new=1',
    },
  ],
  finders: [
    {
      id: 'contacts',
      label: { zh: '联系人', en: 'Contacts' },
      permission: 'contact.read',
      find: async ({ text, signal }) => {
        const { contactClient } = await import('#people/contacts.queries.tsx');
        const { rows } = await contactClient.list({ search: text, limit: 8 }, { signal });
        return rows.map((row) => ({
          id: row.id,
          label: row.name,
          hint: [row.accountName, row.title].filter(Boolean).join(' · '),
          icon: ContactsOutlined,
          to: `/contacts/${row.id}`,
        }));
      },
    },
  ],
};
