import type { Slice } from '#ui/slice.tsx';

export const apiDocsSlice: Slice = {
  pages: [
    {
      path: '/settings/api',
      title: { zh: '接口文档', en: 'API documentation' },
      load: async () => (await import('#apidocs/ApiDocsPage.tsx')).ApiDocsPage,
      setting: { group: 'work', order: 120 },
    },
  ],
  commands: [
    {
      id: 'api.docs',
      kind: 'go',
      label: { zh: '接口文档', en: 'API documentation' },
      keywords: 'api jkwd openapi 开放接口',
      to: '/settings/api',
    },
  ],
};
