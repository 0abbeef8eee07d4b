import { SettingOutlined } from '@ant-design/icons';
import type { Slice } from '#ui/slice.tsx';

export const settingsSlice: Slice = {
  pages: [
    {
      path: '/settings',
      title: { zh: '设置', en: 'Settings' },
      nav: { icon: SettingOutlined, order: 100, foot: true },
      load: async () => (await import('#settings/SettingsPage.tsx')).SettingsPage,
    },
  ],
};
