import { lazy } from 'react';
import type { Slice } from '#ui/slice.tsx';

export const notificationsSlice: Slice = {
  pages: [
    {
      path: '/notifications',
      title: { zh: '消息', en: 'Notifications' },
      load: async () => (await import('#notifications/NotificationsPage.tsx')).NotificationsPage,
    },
  ],
  bell: lazy(async () => ({ default: (await import('#notifications/Bell.tsx')).Bell })),
};
