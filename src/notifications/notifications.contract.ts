import { z } from 'zod';
import { Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { page } from '#platform/list/page.ts';
import { Notification } from '#notifications/notification.ts';

/** Asked every half minute by every open window. */
export const mostUnread = 99;

export const notificationsContract = {
  unread: query({
    path: '/notifications/unread',
    access: 'signedIn',
    summary: { zh: '未读消息数', en: 'How many notifications are unread' },
    input: z.object({}),
    output: z.object({ count: z.int().meta({ description: 'Counted up to 100' }) }),
  }),
  list: query({
    path: '/notifications',
    access: 'signedIn',
    summary: { zh: '我的消息，新的在前', en: 'My notifications, newest first' },
    input: z.object({
      unread: z.boolean().default(false).meta({ description: 'Only what is unread' }),
      after: z.string().max(500).optional(),
      limit: z.int().min(1).max(100).default(30),
    }),
    output: page(Notification),
  }),
  read: command({
    path: '/notifications/{id}/read',
    access: 'signedIn',
    summary: { zh: '标为已读或未读', en: 'Mark as read or unread' },
    input: z.object({ id: Id, read: z.boolean().default(true) }),
    output: z.object({ id: Id, read: z.boolean() }),
  }),
  readAll: command({
    path: '/notifications/read-all',
    access: 'signedIn',
    summary: { zh: '全部标为已读', en: 'Mark all as read' },
    input: z.object({
      until: Instant.optional().meta({ description: 'Only what happened by then: what the reader has seen' }),
    }),
    output: z.object({ count: z.int() }),
  }),
};
