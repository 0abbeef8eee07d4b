import type { PrivateKind } from '#compliance/personal-facts/fact-kind.ts';

/** What stands before a colon, or over a column. */
const labels: readonly [PrivateKind, RegExp][] = [
  ['homeAddress', /^(?:家庭住址|家庭地址|住址|户籍地址|户籍|home ?address|home)$/i],
  ['idNumber', /^(?:身份证号码?|身份证|证件号码?|护照号码?|id ?(?:no|number|card)\.?|passport(?: no\.?)?)$/i],
  ['bankCard', /^(?:银行卡号?|银行账号|开户行|bank (?:card|account))$/i],
  ['birthday', /^(?:出生日期|出生年月|出生|生日|星座|birthday|birth ?date|date of birth|dob|b-?day)$/i],
  ['marriage', /^(?:配偶|爱人|妻子|丈夫|家人|婚姻|婚姻状况|家庭成员|家庭情况|spouse|family|marital status)$/i],
  ['children', /^(?:子女|孩子|儿子|女儿|children|kids)$/i],
  ['religion', /^(?:宗教|宗教信仰|信仰|religion)$/i],
  ['ethnicity', /^(?:民族|政治面貌|党派|ethnicity|party)$/i],
  ['health', /^(?:血型|健康|健康状况|病史|blood type|health)$/i],
  ['wealth', /^(?:年收入|个人收入|家庭收入|income)$/i],
  ['homePhone', /^(?:住宅电话|家庭电话|宅电|home ?(?:tel|phone)\.?|phone \(?home\)?)$/i],
  ['privateMobile', /^(?:私人手机|个人手机|private mobile)$/i],
  ['privateWechat', /^(?:私人微信|个人微信|private wechat)$/i],
  ['diet', /^(?:忌口|饮食忌口|饮食禁忌|饮食习惯|diet)$/i],
];

/** The private kind that a label names. @param text folded to half width */
export function privateLabel(text: string): PrivateKind | undefined {
  const word = text.replaceAll(/\s+/g, ' ').trim();
  return labels.find(([, pattern]) => pattern.test(word))?.[0];
}
