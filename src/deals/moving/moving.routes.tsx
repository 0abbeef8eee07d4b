import type { Slice } from '#ui/slice.tsx';

/** Deals from version to version, and drafts tried on them: panels of the playbook studio, usable alone. */
export const movingSlice: Slice = {
  pages: [
    {
      path: '/playbooks/$playbookId/migrate',
      title: { zh: '迁移商机', en: 'Migrate deals' },
      permission: 'playbook.write',
      load: async () => (await import('#deals/moving/MigratePage.tsx')).MigratePage,
    },
    {
      path: '/playbooks/$playbookId/simulate',
      title: { zh: '模拟草稿', en: 'Simulate a draft' },
      permission: 'playbook.write',
      load: async () => (await import('#deals/moving/SimulatePage.tsx')).SimulatePage,
    },
  ],
};
