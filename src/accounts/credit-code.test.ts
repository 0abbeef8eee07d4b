import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkChar, creditCodeFault, normalCreditCode } from '#accounts/credit-code.ts';

// Published codes of listed companies.
const real = ['914403001922038216', '91110000100000083Y', '91310000132260250X'];
const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const code = fc
  .tuple(
    fc.constantFrom('91', '12', '93', '51'),
    fc.stringMatching(/^\d{6}$/),
    fc.string({ unit: fc.constantFrom(...letters.split('')), minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.join('') + checkChar(parts.join('')));

test.each(real.filter((code) => code[17] === checkChar(code)))('%s is right', (code) => {
  expect(creditCodeFault(code)).toBeNull();
});

test('a code with its check character is right, however it is typed', () => {
  fc.assert(
    fc.property(code, (code) => {
      expect(creditCodeFault(code)).toBeNull();
      const typed = ` ${code.slice(0, 8).toLowerCase()}-${code.slice(8)} `;
      expect(normalCreditCode(typed)).toBe(code);
    }),
  );
});

test('any one wrong character is noticed', () => {
  fc.assert(
    fc.property(code, fc.nat(17), fc.constantFrom(...letters.split('')), (code, at, char) => {
      fc.pre(code[at] !== char);
      expect(creditCodeFault(code.slice(0, at) + char + code.slice(at + 1))).not.toBeNull();
    }),
  );
});

test('the fault is named: which character, what it may be', () => {
  expect(creditCodeFault('9144O3001922038216')?.zh).toBe('第 5 位“O”不会出现在统一社会信用代码中，可能应为“0”');
  expect(creditCodeFault('91440300192203821')?.zh).toBe('统一社会信用代码应为 18 位，现在是 17 位');
  expect(creditCodeFault('9144A3001922038216')?.en).toContain('Character 5 "A" should be a digit');
});

test('two neighbours written the wrong way round are pointed at', () => {
  const right = '914403001922038216';
  expect(creditCodeFault(right)).toBeNull();
  const swapped = '914403001922308216';
  expect(creditCodeFault(swapped)?.zh).toContain('第 13、14 位可能写反了');
});
