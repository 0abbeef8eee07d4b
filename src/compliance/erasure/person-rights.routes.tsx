import type { Slice } from '#ui/slice.tsx';

/** What a person may ask for: what is held about her, and that it be erased. */
export const personRightsSlice: Slice = {
  pages: [
    {
      path: '/contacts/$contactId/export',
      title: { zh: '导出本人信息', en: 'Export personal data' },
      permission: 'person.handle',
      load: async () => (await import('#compliance/erasure/ExportPersonPage.tsx')).ExportPersonPage,
    },
    {
      path: '/contacts/$contactId/erasure',
      title: { zh: '删除个人信息', en: 'Erase personal data' },
      permission: 'person.handle',
      load: async () => (await import('#compliance/erasure/ErasePersonPage.tsx')).ErasePersonPage,
    },
  ],
};
