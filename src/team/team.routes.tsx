import { UserAddOutlined } from '@ant-design/icons';
import type { Slice } from '#ui/slice.tsx';

export const teamSlice: Slice = {
  pages: [
    {
      path: '/settings/people',
      title: { zh: '成员', en: 'People' },
      permission: 'team.read',
      setting: { group: 'company', order: 40 },
      load: async () => (await import('#team/people/PeoplePage.tsx')).PeoplePage,
    },
    {
      path: '/settings/teams',
      title: { zh: '团队', en: 'Teams' },
      permission: 'team.read',
      setting: { group: 'company', order: 45 },
      load: async () => (await import('#team/tree/TeamsPage.tsx')).TeamsPage,
    },
    {
      path: '/settings/roles',
      title: { zh: '角色权限', en: 'Roles' },
      permission: 'team.read',
      setting: { group: 'company', order: 50 },
      load: async () => (await import('#team/RolesPage.tsx')).RolesPage,
    },
  ],
  commands: [
    {
      id: 'settings.people',
      kind: 'go',
      label: { zh: '设置：成员与邀请', en: 'Settings: people and invitations' },
      keywords: 'cy yqts 成员 邀请同事 invite users',
      permission: 'team.read',
      icon: UserAddOutlined,
      to: '/settings/people',
    },
  ],
};
