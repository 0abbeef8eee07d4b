import { notificationsContract } from '#notifications/notifications.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const notificationClient = clientFor(notificationsContract);
export const notifications = queriesFor(notificationsContract, 'notifications');

/** Asked again every half minute while somebody looks at the window. */
export const unreadQuery = () =>
  notifications.unread.queryOptions({ input: {}, refetchInterval: 30_000, refetchOnWindowFocus: true, retry: false });
