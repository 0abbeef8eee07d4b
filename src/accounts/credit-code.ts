import type { Text } from '#shared/messages.ts';

/** Unified social credit code 统一社会信用代码, GB 32100-2015. */

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
// Letters the standard leaves out, because they are misread, and what they usually stand for.
const misread: { [letter: string]: string } = { I: '1', O: '0', Q: '0', S: '5', Z: '2', V: 'U' };

/** Upper case, half width, without spaces and hyphens. */
export function normalCreditCode(text: string): string {
  return text.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '');
}

/** What is wrong with a code in normal form, as exactly as can be said; null when it is right. */
export function creditCodeFault(code: string): Text | null {
  const strange = Array.from(code).findIndex((char) => !alphabet.includes(char));
  if (strange >= 0) return strangeChar(strange + 1, Array.from(code)[strange]!);
  if (code.length !== 18) {
    return {
      zh: `统一社会信用代码应为 18 位，现在是 ${code.length} 位`,
      en: `A unified social credit code has 18 characters; this has ${code.length}`,
    };
  }
  const letter = code.slice(2, 8).search(/\D/);
  if (letter >= 0) {
    const at = letter + 3;
    return {
      zh: `第 ${at} 位“${code[at - 1]}”应为数字：第 3 至 8 位是登记机关的行政区划码`,
      en: `Character ${at} "${code[at - 1]}" should be a digit: characters 3 to 8 are the region code`,
    };
  }
  const right = checkChar(code);
  return code[17] === right ? null : wrongSum(code, right);
}

/** The 18th character that belongs to the first 17. */
export function checkChar(code: string): string {
  return alphabet[(31 - weigh(code, 17, 3, 31)) % 31]!;
}

function strangeChar(at: number, char: string): Text {
  const meant = misread[char];
  return {
    zh: `第 ${at} 位“${char}”不会出现在统一社会信用代码中${meant ? `，可能应为“${meant}”` : ''}`,
    en: `Character ${at} "${char}" never occurs in a credit code${meant ? `; perhaps "${meant}" is meant` : ''}`,
  };
}

function wrongSum(code: string, right: string): Text {
  const swapped = swappedAt(code);
  if (swapped) {
    return {
      zh: `校验不通过，第 ${swapped}、${swapped + 1} 位可能写反了`,
      en: `The check does not fit; characters ${swapped} and ${swapped + 1} may be swapped`,
    };
  }
  // The organisation's own code (9th to 17th) has a check of its own and halves the search.
  return hasOrganisationCode(code)
    ? {
        zh: `校验不通过：请核对前 8 位，或最后一位（若前 17 位无误，应为“${right}”）`,
        en: `The check does not fit: look at the first 8 characters, or the last (it would be "${right}")`,
      }
    : {
        zh: '校验不通过：请核对第 9 至 17 位（主体标识码）',
        en: 'The check does not fit: look at characters 9 to 17 (the organisation)',
      };
}

/** The only neighbours whose exchange makes the code right; null when there are none or several. */
function swappedAt(code: string): number | null {
  const places = Array.from({ length: 17 }, (_, at) => at).filter((at) => {
    if (code[at] === code[at + 1]) return false;
    const other = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
    return other[17] === checkChar(other) && hasOrganisationCode(other) && !/\D/.test(other.slice(2, 8));
  });
  return places.length === 1 ? places[0]! + 1 : null;
}

/** GB 11714: weights 3 7 9 10 5 8 4 2, modulo 11. */
function hasOrganisationCode(code: string): boolean {
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const sum = [3, 7, 9, 10, 5, 8, 4, 2].reduce((sum, weight, i) => sum + weight * letters.indexOf(code[8 + i]!), 0);
  return code[16] === '0123456789X'[(11 - (sum % 11)) % 11];
}

function weigh(code: string, length: number, base: number, modulus: number): number {
  let sum = 0;
  let weight = 1;
  for (let i = 0; i < length; i++) {
    sum = (sum + alphabet.indexOf(code[i]!) * weight) % modulus;
    weight = (weight * base) % modulus;
  }
  return sum;
}
