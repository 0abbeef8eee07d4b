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
      path: '/playbooks/$playbookId/$version',
      title: { zh: '方法论', en: 'Playbook' },
      permission: 'playbook.read',
      load: async () => (await import('#playbooks/PlaybookPage.tsx')).PlaybookPage,
    },
  ],
};
