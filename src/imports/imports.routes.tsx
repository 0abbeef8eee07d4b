import { ImportOutlined } from '@ant-design/icons';
import type { Command, Slice } from '#ui/slice.tsx';

const commands: Command[] = (
  [
    ['account', '导入客户', 'Import accounts', 'drkh'],
    ['contact', '导入联系人', 'Import contacts', 'drlxr'],
    ['deal', '导入商机', 'Import deals', 'drsj'],
    ['product', '导入产品', 'Import products', 'drcp'],
    ['user', '导入同事', 'Import colleagues', 'drts'],
  ] as const
).map(([noun, zh, en, keywords]) => ({
  id: `import.${noun}`,
  kind: 'create',
  label: { zh, en },
  keywords: `${keywords} excel csv 批量 import`,
  permission: noun === 'user' ? 'team.write' : 'import.run',
  to: `/import?noun=${noun}`,
}));

/** Bringing files in: choosing and history, and the wizard of one import. */
export const importsSlice: Slice = {
  pages: [
    {
      path: '/import',
      title: { zh: '导入', en: 'Import' },
      permission: 'import.run',
      load: async () => (await import('#imports/ImportsPage.tsx')).ImportsPage,
      nav: { icon: ImportOutlined, order: 95, foot: true },
    },
    {
      path: '/import/$importId',
      title: { zh: '导入', en: 'Import' },
      permission: 'import.run',
      load: async () => (await import('#imports/ImportPage.tsx')).ImportPage,
      prefetch: async ({ params, queries }) => {
        const { importQuery } = await import('#imports/imports.queries.tsx');
        await queries.prefetchQuery(importQuery(params['importId'] ?? ''));
      },
    },
  ],
  commands,
};
