import { ContactsOutlined } from '@ant-design/icons';
import type { Slice } from '#ui/slice.tsx';

/** Contacts: list, page, merge. */
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
    {
      path: '/contacts/$contactId/merge',
      title: { zh: '合并联系人', en: 'Merge contacts' },
      permission: 'contact.merge',
      load: async () => (await import('#people/MergeContactPage.tsx')).MergeContactPage,
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
    {
      id: 'contact.paste',
      kind: 'create',
      label: { zh: '粘贴名片或邮件签名', en: 'Paste a business card or signature' },
      keywords: 'ztmp ztqm 名片 签名 vcard',
      permission: 'contact.write',
      to: '/contacts?new=paste',
    },
  ],
};
