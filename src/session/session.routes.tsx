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
  ],
};
