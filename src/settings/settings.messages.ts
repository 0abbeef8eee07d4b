import type { Messages } from '#shared/messages.ts';

const zh = {
  title: '设置',
  menu: '设置菜单',
  back: '全部设置',
  groups: { me: '我', company: '公司', work: '业务' },
};

const en = {
  title: 'Settings',
  menu: 'Settings menu',
  back: 'All settings',
  groups: { me: 'Me', company: 'Company', work: 'Work' },
} satisfies Messages<typeof zh>;

export const settingsMessages = { zh, en };
