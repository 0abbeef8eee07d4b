import type { Text } from '#shared/messages.ts';
import { refuse, type Refusal, type RefusalKinds } from '#shared/refusal.ts';
import { fold } from '#shared/text.ts';

/**
 * What nobody may keep about a customer's people, however useful it seems: it has no purpose in selling, and the law (PIPL
 * art. 28: sensitive personal information) asks for more than a company of sellers can show. Source: Domain §3, §12.
 */
export const privateKinds = {
  idNumber: { zh: '身份证号', en: 'an ID number' },
  bankCard: { zh: '银行卡号', en: 'a bank card number' },
  homeAddress: { zh: '家庭住址', en: 'a home address' },
  children: { zh: '子女情况', en: 'their children' },
  health: { zh: '健康状况', en: 'their health' },
  religion: { zh: '宗教信仰', en: 'their religion' },
} as const satisfies { [kind: string]: Text };
export type PrivateKind = keyof typeof privateKinds;
export type PrivateFact = { kind: PrivateKind; found: string };

// A person, so that a hospital's beds, a school's pupils and a pipe's disease are left alone.
const person = String.raw`(?:他|她|其本人|本人|(?:[\p{Script=Han}]{1,3}(?:总|工|处长?|科长|经理|主任|局长?|院长|书记|部长|厂长|所长|先生|女士|老师)))`;
const family = '(?:女儿|儿子|孩子|小孩|子女|千金|公子|小儿子|小女儿|外孙女?|孙子|孙女)';
const near = String.raw`[^。；;!?！？\n]{0,8}?`;
// Of the person, not of a ward, a screening or an operating theatre that is being sold to.
const disease =
  '(?:(?:癌症?|肿瘤|糖尿病|高血压|心脏病|抑郁症?|肝炎|肾病|痛风|中风|脑梗|冠心病)(?![症科专门中病医筛诊治研药防管项学设])|怀孕(?!检)|流产|住院(?![部楼处病医])|[做动](?:了|过)?手术(?![室台机器灯导刀])|体检(?:查出|异常)|残疾(?!人)|精神(?:病|疾病)(?![科专医院]))';
const faith =
  '(?:信(?:奉|仰)?(?:佛|基督|天主|耶稣|伊斯兰|道教|教)|是?(?:基督徒|天主教徒|穆斯林|佛教徒|回教徒|教徒)|(?:每周|常)去(?:教堂|寺庙|清真寺))';

const words: { readonly [kind in Exclude<PrivateKind, 'idNumber' | 'bankCard'>]: readonly RegExp[] } = {
  homeAddress: [
    /(?:家庭住址|家庭地址|住家地址|家里地址|家的地址|住址)(?:是|为|[:：])?\s?[^。；;\n]{2,20}/u,
    new RegExp(
      `${person}${near}(?:家)?住(?:在|址)?[^。；;\\n]{1,14}?(?:小区|花园|公寓|家园|新村|号楼|单元|栋|弄|室)`,
      'u',
    ),
    /\b(?:home address|lives (?:at|in))\b[^.;\n]{2,40}/,
  ],
  children: [
    new RegExp(`${person}${near}${family}`, 'u'),
    new RegExp(
      `${family}${near}(?:上学|上(?:小学|初中|高中|大学)|读书|留学|高考|中考|幼儿园|岁|结婚|找工作|就业)`,
      'u',
    ),
    /\b(?:his|her|their)\s(?:[a-z]+\s){0,2}(?:daughter|son|kid|child|children)\b/,
  ],
  health: [
    new RegExp(`${person}${near}${disease}`, 'u'),
    /\b(?:he|she|his|her)\b[^.;\n]{0,24}\b(?:cancer|diabetes|depression|pregnant|hypertension|hospitali[sz]ed|surgery)\b/,
  ],
  religion: [
    new RegExp(`${person}${near}${faith}`, 'u'),
    /\b(?:he|she)\s(?:is|is a|was a)\s(?:[a-z]+\s)?(?:christian|muslim|buddhist|catholic|jewish|hindu)\b/,
  ],
};

/** All forbidden facts in a text, one of each kind, with the words that tell it. */
export function privateFactsFound(text: string): PrivateFact[] {
  const folded = fold(text);
  const numbers = numbersIn(folded);
  const spoken = Object.entries(words).flatMap(([kind, patterns]) => {
    const found = patterns.map((pattern) => pattern.exec(folded)?.[0]).find((one) => one !== undefined);
    return found === undefined ? [] : [{ kind: kind as PrivateKind, found }];
  });
  return [...numbers, ...spoken];
}

const list = (facts: readonly PrivateFact[], lang: keyof Text) =>
  facts.map(({ kind, found }) =>
    lang === 'zh' ? `${privateKinds[kind].zh}（“${found}”）` : `${privateKinds[kind].en} ("${found}")`,
  );

export const privacyRefusals = {
  'text.privateFact': {
    status: 422,
    words: ({ facts }: { facts: readonly PrivateFact[] }): Text => ({
      zh: `内容里有不该记录的个人信息：${list(facts, 'zh').join('、')}。客户人员的子女、健康、宗教、证件和银行卡号码、家庭住址与成交无关，也为法律所限，不能保存。请删去后再保存；只影响约见时间的，写日期即可，例如“6 月 10 日以后再约”。`,
      en: `This tells what must not be kept about a person: ${list(facts, 'en').join(', ')}. Children, health, religion, ID and card numbers and home addresses have nothing to do with the deal and are limited by law. Take them out and save again; where only a date is meant, write the date, such as "meet after 10 June".`,
    }),
  },
} satisfies RefusalKinds;

/** All private facts of all texts at once. */
export function refusePrivateFacts(...texts: readonly (string | null | undefined)[]): Refusal | null {
  const facts = texts.flatMap((text) => (text ? privateFactsFound(text) : []));
  return facts.length > 0 ? refuse('text.privateFact', { facts }) : null;
}

function numbersIn(text: string): PrivateFact[] {
  const id = text.match(/(?<!\d)\d{17}[\dx](?!\d)/g)?.find(isIdNumber);
  const card = text
    .match(/(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)/g)
    ?.map((found) => found.replaceAll(/\D/g, ''))
    .find((digits) => digits !== id && isBankCard(digits));
  return [
    ...(id ? [{ kind: 'idNumber' as const, found: hidden(id) }] : []),
    ...(card ? [{ kind: 'bankCard' as const, found: hidden(card) }] : []),
  ];
}

/** The number itself goes into no message and no log. */
function hidden(digits: string): string {
  return `${digits.slice(0, 3)}…${digits.slice(-2)}`;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** 公民身份号码 with a true check digit and a possible day of birth. Source: GB 11643. */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dx]$/.test(text)) return false;
  const [year, month, day] = [text.slice(6, 10), text.slice(10, 12), text.slice(12, 14)].map(Number) as [
    number,
    number,
    number,
  ];
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return '10x98765432'[sum % 11] === text[17];
}

/** A card number of 16 to 19 digits by the Luhn formula (ISO/IEC 7812-1), as banks in China give them: 62, 4, 5 or 3 first. */
function isBankCard(digits: string): boolean {
  if (!/^(?:62|[345])\d{14,17}$/.test(digits)) return false;
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, at) => {
      const doubled = Number(digit) * (at % 2 === 0 ? 1 : 2);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0;
}
