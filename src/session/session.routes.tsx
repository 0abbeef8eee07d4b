import type { Slice } from '#ui/slice.tsx';
import { signInPath } from '#session/return-path.ts';

export const sessionSlice: Slice = {
  pages: [
    {
      path: signInPath,
      title: { zh: '登录', en: 'Sign in' },
      public: true,
      load: async () => (await import('#session/SignInPage.tsx')).SignInPage,
    },
    {
      path: '/invitation/$token',
      title: { zh: '加入公司', en: 'Join a company' },
      public: true,
      load: async () => (await import('#session/InvitationPage.tsx')).InvitationPage,
    },
    {
      path: '/settings/profile',
      title: { zh: '个人资料', en: 'Profile' },
      setting: { group: 'me', order: 10 },
      load: async () => (await import('#session/me/ProfilePage.tsx')).ProfilePage,
    },
    {
      path: '/settings/security',
      title: { zh: '登录与安全', en: 'Sign-in and security' },
      setting: { group: 'me', order: 20 },
      load: async () => (await import('#session/me/SecurityPage.tsx')).SecurityPage,
    },
    {
      path: '/settings/api-keys',
      title: { zh: 'API 密钥', en: 'API keys' },
      permission: 'apiKey.write',
      setting: { group: 'company', order: 60 },
      load: async () => (await import('#session/api-keys/ApiKeysPage.tsx')).ApiKeysPage,
    },
  ],
  commands: [
    {
      id: 'settings.profile',
      kind: 'go',
      label: { zh: '设置：个人资料', en: 'Settings: profile' },
      keywords: 'grzl 个人 我 语言 时区 profile',
      to: '/settings/profile',
    },
    {
      id: 'settings.security',
      kind: 'go',
      label: { zh: '设置：密码与两步验证', en: 'Settings: password and two-step verification' },
      keywords: 'mm lbyz dl 密码 登录 安全 totp password',
      to: '/settings/security',
    },
  ],
};
