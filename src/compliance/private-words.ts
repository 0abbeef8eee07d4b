import type { PrivateKind } from '#compliance/personal-facts/fact-kind.ts';

/**
 * The words by which a text, a heading or a card tells something private. All text is folded to half width before; the
 * patterns take either case.
 */

// A person, so that a hospital's beds, a school's pupils and a pipe's disease are left alone.
const person = String.raw`(?:他|她|其本人|本人|(?:[\p{Script=Han}]{1,3}(?:总|工|处长?|科长|经理|主任|局长?|院长|书记|部长|厂长|所长|先生|女士|老师)))`;
const family = '(?:女儿|儿子|孩子|小孩|子女|千金|公子|小儿子|小女儿|外孙女?|孙子|孙女)';
const near = String.raw`[^。；;!?！？\n]{0,8}?`;
// Of the person, not of a ward, a screening or an operating theatre that is being sold to.
const disease =
  '(?:(?:癌症?|肿瘤|糖尿病|高血压|心脏病|抑郁症?|肝炎|肾病|痛风|中风|脑梗|冠心病)(?![症科专门中病医筛诊治研药防管项学设])|怀孕(?!检)|流产|住院(?![部楼处病医])|[做动](?:了|过)?手术(?![室台机器灯导刀])|体检(?:查出|异常)|残疾(?!人)|精神(?:病|疾病)(?![科专医院]))';
const faith =
  '(?:信(?:奉|仰)?(?:佛|基督|天主|耶稣|伊斯兰|道教|教)|是?(?:基督徒|天主教徒|穆斯林|佛教徒|回教徒|教徒)|(?:每周|常)去(?:教堂|寺庙|清真寺))';
const monthAndDay = String.raw`(?:\d{1,2}\s?月\s?\d{1,2}\s?[日号]|\d{1,2}[-/.]\d{1,2})`;
// Something to eat, so that who does not fall for a trick is left alone.
const food = '(?:忌口|吃素|素食|不吃[大荤生]?(?:肉|猪|牛|羊|鱼|海鲜|鸡|鸭|虾|蟹|蛋|奶|辣|葱|蒜|姜|香菜|甜食|内脏))';
const says = String.raw`\s?(?:是|为|在|[:：])?\s?`;

/**
 * What every sentence of a kind has in it. Looked for first: most of what is written has none of it, and an import looks
 * through hundreds of thousands of cells.
 */
const hints = {
  homeAddress: '住|(?:家庭|住家|家里|家的)地址|home address|lives',
  children: `${family}|daughter|son|kid|child`,
  health: `${disease}|cancer|diabetes|depression|pregnant|hypertension|hospitali|surgery`,
  religion: `${faith}|christian|muslim|buddhist|catholic|jewish|hindu`,
  birthday: '生日|出生|生于|月.{0,5}生|born|birth',
  homePhone: '座机|宅|[庭里中家]的?电话|home',
  privateMobile: '私人|个人|private',
  privateWechat: '私人|个人|private',
  diet: `${food}|vegetarian|vegan|not eat`,
} as const satisfies { readonly [kind in PrivateKind]?: string };
const hintOf = Object.entries(hints).map(
  ([kind, words]) => [kind as keyof typeof hints, new RegExp(words, 'u')] as const,
);
const anyHint = new RegExp(Object.values(hints).join('|'), 'u');

/** The kinds that a text may tell of. @param text folded to half width, lower case */
export function hintedKinds(text: string): (keyof typeof hints)[] {
  return anyHint.test(text) ? hintOf.filter(([, hint]) => hint.test(text)).map(([kind]) => kind) : [];
}

/** What is told in a sentence, kind by kind. */
export const spokenWords = {
  homeAddress: [
    /(?:家庭住址|家庭地址|住家地址|家里地址|家的地址|住址)(?:是|为|[:：])?\s?[^。；;\n]{2,20}/iu,
    new RegExp(
      `${person}${near}(?:家)?住(?:在|址)?[^。；;\\n]{1,14}?(?:小区|花园|公寓|家园|新村|号楼|单元|栋|弄|室)`,
      'iu',
    ),
    /家住[^\s,，;；。\n]{2,20}/iu,
    /\b(?:home address|lives (?:at|in))\b[^.;\n]{2,40}/iu,
  ],
  children: [
    new RegExp(`${person}${near}${family}`, 'iu'),
    new RegExp(
      `${family}${near}(?:上学|上(?:小学|初中|高中|大学)|读书|留学|高考|中考|幼儿园|岁|结婚|找工作|就业)`,
      'iu',
    ),
    /\b(?:his|her|their)\s(?:[a-z]+\s){0,2}(?:daughter|son|kid|child|children)\b/iu,
  ],
  health: [
    new RegExp(`${person}${near}${disease}`, 'iu'),
    /\b(?:he|she|his|her)\b[^.;\n]{0,24}\b(?:cancer|diabetes|depression|pregnant|hypertension|hospitali[sz]ed|surgery)\b/iu,
  ],
  religion: [
    new RegExp(`${person}${near}${faith}`, 'iu'),
    /\b(?:he|she)\s(?:is|is a|was a)\s(?:[a-z]+\s)?(?:christian|muslim|buddhist|catholic|jewish|hindu)\b/iu,
  ],
  birthday: [
    new RegExp(
      String.raw`(?<!公司|集团|企业|厂|店|校|品牌)(?:生日|出生(?:日期|年月)?|生于)${says}(?:[农阴]历)?\s?(?:\d|[一二三四五六七八九十正腊冬]{1,3}月)`,
      'iu',
    ),
    new RegExp(String.raw`${monthAndDay}[是，,\s]{0,2}(?:${person}的?)?过?生日`, 'iu'),
    /\d{4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?\s?(?:出生|生(?![产效成命活态物意长根变日]))/iu,
    /\b(?:birthday|date of birth)\b[^.;\n]{0,12}\d/iu,
    /\b(?:he|she)\s(?:was|is)\sborn\b/iu,
  ],
  homePhone: [
    /(?:(?:住宅|家庭|家里|家中)的?(?:座机|电话)|宅电)号?码?[是为:\s]{0,2}[\d+(][\d() +-]{5,}/iu,
    /\bhome (?:phone|tel|number)\b[^.;\n]{0,6}\d/iu,
  ],
  privateMobile: [
    /(?:私人|个人)(?:手机|电话|号码)号?码?[是为:\s]{0,2}[\d+(][\d() +-]{5,}/iu,
    /\bprivate (?:mobile|phone|number)\b[^.;\n]{0,6}\d/iu,
  ],
  privateWechat: [/(?:私人|个人)微信号?[是为:\s]{0,2}[a-z\d_-]{5,}/iu, /\bprivate wechat\b[^.;\n]{0,6}[a-z\d_-]{5,}/iu],
  diet: [
    new RegExp(`${person}${near}${food}`, 'iu'),
    /\b(?:he|she)\s(?:is\s(?:a\s)?(?:vegetarian|vegan)|does not eat)\b/iu,
  ],
} as const satisfies { readonly [kind in keyof typeof hints]: readonly RegExp[] };

/** What stands before a colon, or over a column. */
const labels: readonly [RegExp, PrivateKind][] = [
  [/^(?:家庭住址|家庭地址|住址|户籍地址|户籍|home ?address|home)$/i, 'homeAddress'],
  [/^(?:身份证号码?|身份证|证件号码?|护照号码?|id ?(?:no|number|card)\.?|passport(?: no\.?)?)$/i, 'idNumber'],
  [/^(?:银行卡号?|银行账号|开户行|bank (?:card|account))$/i, 'bankCard'],
  [/^(?:出生日期|出生年月|出生|生日|星座|birthday|birth ?date|date of birth|dob|b-?day)$/i, 'birthday'],
  [/^(?:配偶|爱人|妻子|丈夫|家人|婚姻|婚姻状况|家庭成员|家庭情况|spouse|family|marital status)$/i, 'marriage'],
  [/^(?:子女|孩子|儿子|女儿|children|kids)$/i, 'children'],
  [/^(?:宗教|宗教信仰|信仰|religion)$/i, 'religion'],
  [/^(?:民族|政治面貌|党派|ethnicity|party)$/i, 'ethnicity'],
  [/^(?:血型|健康|健康状况|病史|blood type|health)$/i, 'health'],
  [/^(?:年收入|个人收入|家庭收入|income)$/i, 'wealth'],
  [/^(?:住宅电话|家庭电话|宅电|home ?(?:tel|phone)\.?|phone \(?home\)?)$/i, 'homePhone'],
  [/^(?:私人手机|个人手机|private mobile)$/i, 'privateMobile'],
  [/^(?:私人微信|个人微信|private wechat)$/i, 'privateWechat'],
  [/^(?:忌口|饮食忌口|饮食禁忌|饮食习惯|diet)$/i, 'diet'],
];

/** The private kind that a label names. @param text folded to half width */
export function privateLabel(text: string): PrivateKind | undefined {
  const word = text.replaceAll(/\s+/g, ' ').trim();
  return labels.find(([pattern]) => pattern.test(word))?.[1];
}
