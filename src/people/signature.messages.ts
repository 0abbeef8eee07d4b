import type { Messages } from '#shared/messages.ts';

const zh = {
  open: '粘贴名片或邮件签名',
  short: '粘贴签名',
  label: '名片或签名的文字',
  hint: '整段粘贴即可：名片识别出来的文字、邮件签名、聊天里发来的联系方式',
  local: '在这台设备上识别，不会发往别处。',
  read: '识别并填入',
  filled: (fields: string) => `已填入${fields}。请核对后再保存。`,
  nothing: '没有认出可以填的内容，请直接填写下面各项。',
  unplaced: '认得，但联系人没有这一栏',
  rest: '没有认出来，需要的话请自己填',
  leftOut: (kinds: string) => `没有采用：${kinds}。私人信息不在系统里记录。`,
  comma: '、',
  kinds: {
    company: '单位',
    website: '网址',
    address: '地址',
    fax: '传真',
    postcode: '邮编',
    chat: '其他账号',
    hometown: '家乡',
  },
  employerUnknown: (name: string) => `客户里还没有“${name}”`,
  employerSeveral: (name: string) => `有几个客户都可能是“${name}”，请在“任职单位”里选一个`,
  employerCreate: '新建这个客户',
  employerCreated: (name: string) => `已新建客户“${name}”`,
};

const en = {
  open: 'Paste a business card or signature',
  short: 'Paste signature',
  label: 'Text of the card or signature',
  hint: 'Paste it whole: text read from a card, an e-mail signature, contact details from a chat',
  local: 'It is read on this device and sent nowhere.',
  read: 'Read and fill in',
  filled: (fields: string) => `Filled in: ${fields}. Check before you save.`,
  nothing: 'Nothing found that fits a field; fill in the fields below.',
  unplaced: 'Understood, but a contact has no such field',
  rest: 'Not understood; enter what you need',
  leftOut: (kinds: string) => `Not taken over: ${kinds}. Private things are not recorded here.`,
  comma: ', ',
  kinds: {
    company: 'Employer',
    website: 'Website',
    address: 'Address',
    fax: 'Fax',
    postcode: 'Post code',
    chat: 'Other account',
    hometown: 'Home town',
  },
  employerUnknown: (name: string) => `There is no account named "${name}" yet`,
  employerSeveral: (name: string) => `Several accounts may be "${name}"; choose one as employer`,
  employerCreate: 'Create this account',
  employerCreated: (name: string) => `Account "${name}" created`,
} satisfies Messages<typeof zh>;

export const signatureMessages = { zh, en };
