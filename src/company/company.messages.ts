import type { Messages } from '#shared/messages.ts';

const zh = {
  title: '公司信息',
  lead: '全公司共用的约定，改动立即对所有人生效。',
  name: '公司名称',
  nameNeeded: '请填写公司名称',
  fiscalYearStart: '财年开始月份',
  fiscalHint: '年度、季度统计从这个月起算。',
  month: (month: number) => `${month} 月`,
  currency: '默认币种',
  currencyShape: '请填写三位币种代码，如 CNY',
  timeZone: '默认时区',
  timeZoneHint: '新成员沿用；每个人可在个人资料里另设。',
  security: '安全约定',
  invitationDays: '邀请链接有效期（天）',
  apiKeyDays: 'API 密钥最长有效期（天）',
  daysNeeded: '请填写天数',
  save: '保存',
  saved: '已保存',
};

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
].concat(['November', 'December']);

const en = {
  title: 'Company',
  lead: 'What holds for everybody; changes take effect at once.',
  name: 'Company name',
  nameNeeded: 'Enter a name',
  fiscalYearStart: 'Business year begins in',
  fiscalHint: 'Years and quarters count from this month.',
  month: (month: number) => months[month - 1] ?? String(month),
  currency: 'Default currency',
  currencyShape: 'Three letters, e.g. CNY',
  timeZone: 'Default time zone',
  timeZoneHint: 'New people get it; each may choose another in her profile.',
  security: 'Security',
  invitationDays: 'Invitations are valid for (days)',
  apiKeyDays: 'API keys live for at most (days)',
  daysNeeded: 'Enter a number of days',
  save: 'Save',
  saved: 'Saved',
} satisfies Messages<typeof zh>;

export const companyMessages = { zh, en };
