import type { Slice } from '#ui/slice.tsx';

export const companySlice: Slice = {
  pages: [
    {
      path: '/settings/company',
      title: { zh: '公司信息', en: 'Company' },
      permission: 'company.write',
      setting: { group: 'company', order: 30 },
      load: async () => (await import('#company/CompanyPage.tsx')).CompanyPage,
    },
  ],
};
