import type { Slice } from '#ui/slice.tsx';

/** Contacts on whom nothing was done for long, to be kept for a reason or erased. */
export const quietContactsSlice: Slice = {
  pages: [
    {
      path: '/settings/quiet-contacts',
      title: { zh: '久未往来的联系人', en: 'Contacts without activity' },
      permission: 'person.handle',
      setting: { group: 'company', order: 77 },
      load: async () => (await import('#compliance/quiet-contacts/QuietContactsPage.tsx')).QuietContactsPage,
    },
  ],
};
