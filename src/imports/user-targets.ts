import { permissionMessages } from '#permissions/permission.messages.ts';
import { roles } from '#permissions/role.ts';
import type { Target } from '#imports/import-noun.ts';

export const userTargets: readonly Target[] = [
  {
    key: 'name',
    label: { zh: '姓名', en: 'Name' },
    kind: 'text',
    required: true,
    words: [
      '员工',
      '同事',
      '员工姓名',
      '销售',
      '销售代表',
      '客户经理',
      '业务员',
      'full name',
      'employee',
      'colleague',
      'user',
      'agent',
      'sales agent',
      'sales rep',
      'seller',
    ],
  },
  {
    key: 'email',
    label: { zh: '邮箱', en: 'Email' },
    kind: 'text',
    words: ['电子邮箱', '邮件', 'e-mail', 'email address', 'mail', 'login'],
  },
  { key: 'title', label: { zh: '职务', en: 'Job title' }, kind: 'text', words: ['职位', '岗位', 'title', 'position'] },
  {
    key: 'team',
    label: { zh: '团队', en: 'Team' },
    kind: 'text',
    words: ['部门', '小组', '所属部门', '所属团队', 'department', 'group', 'sales team'],
  },
  {
    key: 'manager',
    label: { zh: '主管', en: 'Manager' },
    kind: 'text',
    words: ['经理', '上级', '直属上级', '销售经理', '团队负责人', 'supervisor', 'reports to', 'team lead', 'boss'],
  },
  {
    key: 'region',
    label: { zh: '大区', en: 'Region' },
    kind: 'text',
    words: ['区域', '地区', '分公司', '上级部门', '上级团队', 'regional office', 'office', 'branch', 'division'],
  },
  {
    key: 'role',
    label: { zh: '角色', en: 'Role' },
    kind: 'choice',
    choices: roles.map((key) => ({
      key,
      zh: permissionMessages.zh.roles[key],
      en: permissionMessages.en.roles[key],
    })),
    words: ['权限', 'job role', 'access'],
  },
];
