/** Numbers that point to one person: of an identity card or a passport, of a bank card. */
export type PrivateNumber = { kind: 'idNumber' | 'bankCard'; found: string };

/** What a number is called by: rows of a name and a pattern, whose first group is the number. */
export const calledNumbers = {
  idNumber: {
    // What is called the number of a card or a passport is one, with a digit mistyped too.
    card: /(?:身份证|驾驶证|驾照|社保卡?|医保卡?|id card)(?:号码?|件号| ?(?:no\.?|number))?(?:[是为: ]{0,3}| is )(\d[\d ]{13,20}[\dx])/,
    passport:
      /(?:护照|(?:港澳|台湾)通行证|通行证号码?|passport(?: ?(?:no\.?|number)))(?:号码?)?(?:[是为: ]{0,3}| is )([a-z]{1,2}\d{7,9})(?!\d)/,
    // The last digits too tell whose card it is, to whoever has the rest.
    ends: /(?:身份证|证件)(?:号码?)?的?(?:[尾末](?:号|尾|数)|[后末](?:面)?[三四五六3-6]位|最后[三四五六3-6]位)(?:数字?|号码?)?[是为: ]{0,3}(\d{2,5}[\dx])(?!\d)/,
    lastDigits:
      /\blast (?:three|four|five|six|[3-6]) (?:digits|numbers) of (?:his|her|the|[a-z]+['’]s) (?:id|passport)\b[^\d.;]{0,12}(\d{2,5}[\dx])(?!\d)/,
    ending:
      /(?:\bid card|(?<=\b(?:his|her|the)|['’]s) (?:id|passport))(?: (?:no\.?|number))? (?:ending|ends) (?:in |with )?(\d{2,5}[\dx])(?!\d)/,
  },
  bankCard: {
    card: /(?:银行卡|储蓄卡|信用卡|[工农中建交招]行卡)(?:号码?)?[是为: ]{0,3}(\d[\d -]{14,21}\d)(?!\d)/,
    // Whose card it is has to be said: a company's account has its last digits on every receipt.
    ends: /(?:工资卡|储蓄卡|(?:私人|个人|[他她总工长处]的?)(?:银行)?卡)(?:号码?)?的?(?:[尾末](?:号|尾|数)|[后末]四位)[是为: ]{0,3}(\d{3,5})(?!\d)/,
    ending:
      /(?<=\b(?:his|her)|['’]s) (?:bank|debit|credit) card (?:(?:no\.?|number) )?(?:ending|ends) (?:in |with )?(\d{3,5})(?!\d)/,
  },
} as const satisfies { readonly [kind in PrivateNumber['kind']]: { readonly [row: string]: RegExp } };

function called(kind: PrivateNumber['kind'], text: string): string | undefined {
  return Object.values(calledNumbers[kind])
    .map((pattern: RegExp) => pattern.exec(text)?.[1])
    .find((found) => found !== undefined);
}

/** @param text folded to half width, lower case */
export function numbersIn(text: string): PrivateNumber[] {
  const named = called('idNumber', text);
  const cardNamed = called('bankCard', text)?.replaceAll(/\D/g, '');
  // The shortest of those that are known by their digits has sixteen.
  if (!named && !cardNamed && !/\d[\d -]{13}/.test(text)) return [];
  const id =
    named ??
    text
      .match(/(?<!\d)\d{6} ?\d{8} ?\d{3}[\dx](?!\d)/g)
      ?.map((found) => found.replaceAll(' ', ''))
      .find(isIdNumber);
  const card =
    cardNamed ??
    text
      .match(/(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)/g)
      ?.map((found) => found.replaceAll(/\D/g, ''))
      .find((digits) => digits !== id && isBankCard(digits));
  return [
    ...(id ? [{ kind: 'idNumber' as const, found: hidden(id) }] : []),
    ...(card ? [{ kind: 'bankCard' as const, found: hidden(card) }] : []),
  ];
}

/** The number itself goes into no message and no log. */
export function hidden(digits: string): string {
  return digits.length < 8 ? `…${digits.slice(-1)}` : `${digits.slice(0, 3)}…${digits.slice(-2)}`;
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
