import type { Messages } from '#shared/messages.ts';

const zh = {
  joinTitle: (company: string) => `加入${company}`,
  joinLead: (name: string, by: string) => `${name}，您好！${by} 邀请您一起用龙门。`,
  resetTitle: '设置新密码',
  resetLead: (name: string) => `${name}，您好！设好新密码后，原来的登录会全部失效。`,
  knownHint: '这个邮箱已有龙门账号，请输入原来的密码。',
  email: '登录邮箱',
  newPassword: '设置密码',
  newHint: '至少 10 个字符；一句好记的话比复杂的符号更安全。',
  password: '密码',
  passwordNeeded: '请填写密码',
  join: '加入并登录',
  reset: '保存并登录',
  toSignIn: '去登录',
  overTitle: '这个链接不能用了',
};

const en = {
  joinTitle: (company: string) => `Join ${company}`,
  joinLead: (name: string, by: string) => `Hello ${name}! ${by} invites you to Longmen.`,
  resetTitle: 'Set a new password',
  resetLead: (name: string) => `Hello ${name}! A new password ends all your sessions.`,
  knownHint: 'This address already signs in to Longmen; enter its password.',
  email: 'You sign in with',
  newPassword: 'Set a password',
  newHint: 'At least 10 characters; a sentence you remember beats odd signs.',
  password: 'Password',
  passwordNeeded: 'Enter a password',
  join: 'Join and sign in',
  reset: 'Save and sign in',
  toSignIn: 'Sign in',
  overTitle: 'This link no longer works',
} satisfies Messages<typeof zh>;

export const invitationMessages = { zh, en };
