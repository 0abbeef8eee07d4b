import type { Messages } from '#shared/messages.ts';

const zh = {
  today: '今天',
  tomorrow: '明天',
  yesterday: '昨天',
  inDays: (days: number) => `${days} 天后`,
  daysAgo: (days: number) => `${days} 天前`,
  overdue: (days: number) => `已逾期 ${days} 天`,
  pickDay: '选择日期',
};

const en = {
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  inDays: (days: number) => `in ${days} days`,
  daysAgo: (days: number) => `${days} days ago`,
  overdue: (days: number) => `${days} ${days === 1 ? 'day' : 'days'} overdue`,
  pickDay: 'Choose a day',
} satisfies Messages<typeof zh>;

export const dayMessages = { zh, en };
