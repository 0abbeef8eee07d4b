import { checkChar } from '#accounts/credit-code.ts';
import { chance } from '#sample/relative.ts';

/** Numbers that are well formed and belong to nobody: region 99, area code 0199 and mobile prefix 120 are not given out. */

/** A credit code that passes its check; public bodies have another first pair. */
export function creditCodeFor(name: string, isPublic: boolean): string {
  const digits = Array.from({ length: 8 }, (_, at) => chance(`${name} ${at}`, 10));
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * digits[at]!, 0);
  const own = `${digits.join('')}${'0123456789X'[(11 - (sum % 11)) % 11]}`;
  const code = `${isPublic ? '12' : '91'}99${String(1000 + chance(name, 9000))}${own}`;
  return code + checkChar(code);
}

export function switchboardFor(name: string): string {
  return `0199-${8_000_000 + chance(`${name} tel`, 999_999)}`;
}

export function mobileFor(name: string): string {
  const digits = String(10_000_000 + chance(`${name} mobile`, 89_999_999));
  return `120 ${digits.slice(0, 4)} ${digits.slice(4)}`;
}
