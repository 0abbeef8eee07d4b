import type { Messages } from '#shared/messages.ts';

const zh = {
  title: '时间线',
  more: '更早的记录',
  empty: '还没有动态',
  emptyHint: '备注、待办、联系人和商机的变化都会出现在这里。',
};

const en = {
  title: 'Timeline',
  more: 'Earlier',
  empty: 'Nothing has happened yet',
  emptyHint: 'Changes of notes, tasks, contacts and deals appear here.',
} satisfies Messages<typeof zh>;

export const timelineMessages = { zh, en };
