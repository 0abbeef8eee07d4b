import { ReadOutlined } from '@ant-design/icons';
import type { Slice } from '#ui/slice.tsx';

/** The methods, to be read. */
export const playbooksSlice: Slice = {
  pages: [
    {
      path: '/playbooks',
      title: { zh: '方法论', en: 'Playbooks' },
      permission: 'playbook.read',
      load: async () => (await import('#playbooks/PlaybooksPage.tsx')).PlaybooksPage,
      nav: { icon: ReadOutlined, order: 90 },
    },
    {
      path: '/playbooks/questions',
      title: { zh: '问题库', en: 'Question bank' },
      permission: 'playbook.read',
      load: async () => (await import('#playbooks/questions/QuestionsPage.tsx')).QuestionsPage,
    },
    {
      path: '/playbooks/$playbookId',
      title: { zh: '方法论', en: 'Playbook' },
      permission: 'playbook.read',
      load: async () => (await import('#playbooks/NewestPlaybookPage.tsx')).NewestPlaybookPage,
    },
    {
      path: '/playbooks/$playbookId/$version',
      title: { zh: '方法论', en: 'Playbook' },
      permission: 'playbook.read',
      load: async () => (await import('#playbooks/PlaybookPage.tsx')).PlaybookPage,
    },
    {
      path: '/playbooks/$playbookId/history',
      title: { zh: '历次版本', en: 'Versions' },
      permission: 'playbook.read',
      load: async () => (await import('#playbooks/studio/HistoryPage.tsx')).HistoryPage,
    },
    {
      path: '/playbooks/drafts/$draftId',
      title: { zh: '方法论工坊', en: 'Playbook studio' },
      permission: 'playbook.write',
      load: async () => (await import('#playbooks/studio/StudioPage.tsx')).StudioPage,
    },
    {
      path: '/playbooks/$playbookId/migrate',
      title: { zh: '迁移与模拟', en: 'Migrate and simulate' },
      permission: 'playbook.write',
      load: async () => (await import('#deals/moving/MigrationPage.tsx')).MigrationPage,
    },
  ],
  commands: [
    {
      id: 'questions',
      kind: 'go',
      label: { zh: '问题库', en: 'Question bank' },
      keywords: 'wentiku wtk tiwen 提问 假信号 spin',
      permission: 'playbook.read',
      to: '/playbooks/questions',
    },
  ],
};
