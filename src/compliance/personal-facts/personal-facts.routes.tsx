import type { Slice } from '#ui/slice.tsx';

/** What the company keeps about people; the facts themselves are on the contact's page. */
export const personalFactsSlice: Slice = {
  pages: [
    {
      path: '/settings/privacy',
      title: { zh: '个人信息保护', en: 'Personal data' },
      permission: 'contact.read',
      setting: { group: 'company', order: 76 },
      load: async () => (await import('#compliance/personal-facts/PrivacyPolicyPage.tsx')).PrivacyPolicyPage,
    },
  ],
};
