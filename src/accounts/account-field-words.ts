import type { Text } from '#shared/messages.ts';
import type { AccountFields } from '#accounts/account.ts';

/** What the fields of an account are called: forms, the comparison of a merge, timelines. */
export const accountFieldWords = {
  name: { zh: '客户名称', en: 'Name' },
  aliases: { zh: '别名、简称', en: 'Also known as' },
  creditCode: { zh: '统一社会信用代码', en: 'Credit code' },
  industry: { zh: '行业', en: 'Industry' },
  province: { zh: '省份', en: 'Province' },
  city: { zh: '城市', en: 'City' },
  scale: { zh: '规模', en: 'Size' },
  ownership: { zh: '企业性质', en: 'Ownership' },
  address: { zh: '地址', en: 'Address' },
  postCode: { zh: '邮编', en: 'Post code' },
  site: { zh: '网站', en: 'Web site' },
  phone: { zh: '总机电话', en: 'Telephone' },
  parentId: { zh: '上级客户', en: 'Parent account' },
  source: { zh: '来源', en: 'Source' },
  tags: { zh: '标签', en: 'Tags' },
  custom: { zh: '自定义字段', en: 'Custom fields' },
  ownerId: { zh: '负责人', en: 'Owner' },
} satisfies { [field in keyof AccountFields | 'ownerId']: Text };
