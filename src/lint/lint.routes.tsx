import type { Slice } from '#ui/slice.tsx';

/** The lint of the deals one may see, and its rules. */
export const lintSlice: Slice = {
  pages: [
    {
      path: '/deals/lint',
      title: { zh: '体检', en: 'Lint' },
      permission: 'deal.read',
      load: async () => (await import('#lint/LintPage.tsx')).LintPage,
    },
    {
      path: '/settings/lint',
      title: { zh: '体检规则', en: 'Lint rules' },
      permission: 'playbook.read',
      setting: { group: 'work', order: 85 },
      load: async () => (await import('#lint/LintSettingsPage.tsx')).LintSettingsPage,
    },
  ],
  commands: [
    {
      id: 'deals.lint',
      kind: 'go',
      label: { zh: '商机体检', en: 'Lint of the deals' },
      keywords: 'tj tijian 销售十忌 疏漏 丢单预兆',
      permission: 'deal.read',
      to: '/deals/lint',
    },
  ],
};
