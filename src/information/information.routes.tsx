import type { Slice } from '#ui/slice.tsx';

/** Customer information on paper; on the screen it is a tab of the account. */
export const informationSlice: Slice = {
  pages: [
    {
      path: '/accounts/$accountId/information',
      title: { zh: '客户资料信息表', en: 'Customer information sheet' },
      permission: 'account.read',
      load: async () => (await import('#information/InformationSheetPage.tsx')).InformationSheetPage,
    },
  ],
};
