import { onDemand } from '#ui/onDemand.tsx';
import type { Slice } from '#ui/slice.tsx';

export const notificationsSlice: Slice = {
  pages: [
    {
      path: '/notifications',
      title: { zh: '消息', en: 'Notifications' },
      load: async () => (await import('#notifications/NotificationsPage.tsx')).NotificationsPage,
    },
  ],
  bell: onDemand(async () => (await import('#notifications/Bell.tsx')).Bell),
};
