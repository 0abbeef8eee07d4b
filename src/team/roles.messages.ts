import type { Messages } from '#shared/messages.ts';

const zh = {
  title: '角色权限',
  lead: '角色决定能做什么，数据范围决定对哪些记录做。一人可有多个角色，权限相加。',
  permission: '权限',
  scope: '默认数据范围',
  yes: '可以',
  no: '不可以',
};

const en = {
  title: 'Roles',
  lead: 'Roles say what one may do, the data scope to which records. Several roles add up.',
  permission: 'Permission',
  scope: 'Usual data scope',
  yes: 'May',
  no: 'May not',
} satisfies Messages<typeof zh>;

export const rolesMessages = { zh, en };
