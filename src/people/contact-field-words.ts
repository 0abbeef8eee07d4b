import type { Text } from '#shared/messages.ts';
import type { ContactFields } from '#people/contact.ts';

/** What the fields of a contact are called. */
export const contactFieldWords = {
  name: { zh: '姓名', en: 'Name' },
  accountId: { zh: '任职单位', en: 'Employer' },
  ownerId: { zh: '负责人', en: 'Owner' },
  title: { zh: '职务', en: 'Title' },
  department: { zh: '部门', en: 'Department' },
  mobile: { zh: '手机', en: 'Mobile' },
  phone: { zh: '座机', en: 'Telephone' },
  email: { zh: '邮箱', en: 'E-mail' },
  wechat: { zh: '微信', en: 'WeChat' },
  tags: { zh: '标签', en: 'Tags' },
  custom: { zh: '自定义字段', en: 'Custom fields' },
} satisfies { [field in keyof ContactFields | 'accountId' | 'ownerId']: Text };
