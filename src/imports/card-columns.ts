import { cardColumns, type CardColumn } from '#platform/import-export/vcard/card-table.ts';
import type { LeftOut } from '#platform/import-export/vcard/left-out.ts';
import type { Text } from '#shared/messages.ts';
import type { Layout } from '#imports/import-record.ts';

/**
 * What the columns of cards are called, and what they become. Null: left out unless a person says what it shall be, since
 * a contact has no field for it, or it is private.
 */
export const cardColumnWords: { [column in CardColumn]: Text & { target: string | null } } = {
  name: { zh: '姓名', en: 'Name', target: 'name' },
  organisation: { zh: '单位', en: 'Company', target: 'account' },
  department: { zh: '部门', en: 'Department', target: 'department' },
  title: { zh: '职务', en: 'Title', target: 'title' },
  mobile: { zh: '手机', en: 'Mobile', target: 'mobile' },
  phone: { zh: '办公电话', en: 'Office phone', target: 'phone' },
  email: { zh: '邮箱', en: 'E-mail', target: 'email' },
  wechat: { zh: '微信', en: 'WeChat', target: 'wechat' },
  categories: { zh: '分组', en: 'Groups', target: 'tags' },
  otherPhones: { zh: '更多电话', en: 'More phones', target: null },
  otherEmails: { zh: '更多邮箱', en: 'More e-mails', target: null },
  homePhones: { zh: '住宅电话', en: 'Home phone', target: null },
  homeEmails: { zh: '私人邮箱', en: 'Private e-mail', target: null },
  workAddress: { zh: '单位地址', en: 'Work address', target: null },
  website: { zh: '网址', en: 'Website', target: null },
  note: { zh: '备注', en: 'Note', target: null },
  uid: { zh: '名片编号', en: 'Card id', target: 'externalId' },
};

/** What the columns become that are filled; always the name, so that a card without one is told of. */
export function cardTargets({ columns }: Pick<Layout, 'columns'>): (string | null)[] {
  return cardColumns.map((column, at) =>
    column === 'name' || (columns[at]?.filled ?? 0) > 0 ? cardColumnWords[column].target : null,
  );
}

/** What a column of a file is called: as the file says, and in the reader's language where the file is of cards. */
export function headerOf({ kind }: Pick<Layout, 'kind'>, header: string): Text {
  const words = kind === 'vcard' ? cardColumnWords[header as CardColumn] : undefined;
  return words ?? { zh: header, en: header };
}

export const leftOutWords: { [kind in LeftOut]: Text } = {
  birthday: { zh: '生日', en: 'birthdays' },
  anniversary: { zh: '纪念日', en: 'anniversaries' },
  homeAddress: { zh: '家庭或未注明的地址', en: 'addresses at home or unmarked' },
  family: { zh: '家人', en: 'family' },
  gender: { zh: '性别', en: 'gender' },
  interests: { zh: '兴趣爱好', en: 'interests' },
  photo: { zh: '照片', en: 'photos' },
  nickname: { zh: '昵称', en: 'nicknames' },
  chat: { zh: '其他聊天账号', en: 'other chat accounts' },
  fax: { zh: '传真与寻呼', en: 'fax and pager' },
};
