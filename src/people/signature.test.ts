import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ContactFields } from '#people/contact.ts';
import { readSignature, type Signature } from '#people/signature.ts';
import { signatures } from '#people/signatures.testing.ts';

const naughty = JSON.parse(
  readFileSync(new URL('../../tests/fixtures/naughty-strings.json', import.meta.url), 'utf8'),
) as string[];

describe('a signature', () => {
  test.each(signatures)('%s', (_, text, fields, more = {}) => {
    const read = readSignature(text);
    expect(read.fields).toEqual(fields);
    expect(read).toMatchObject(more);
    expect(read.leftOut).toEqual([]);
  });
});

describe('what is private', () => {
  test.each<[string, string, Signature['leftOut'], RegExp]>([
    ['a home address', '王建国\n家庭住址：杭州市桂花里 3 号', ['homeAddress'], /桂花里/],
    ['a home address without a label', '王建国 家住桂花里3号', ['homeAddress'], /桂花里/],
    ['an identity number', '王建国 110101199003074514', ['idNumber'], /1101011990/],
    ['with a label, whatever it is', '王建国\n身份证号：123', ['idNumber'], /123/],
    ['a birthday', '王建国\n生日：1980-01-02', ['birthday'], /980|01-02/],
    ['a birthday spelt out', '王建国\n生日 1980 年 1 月 2 日\n经理', ['birthday'], /980|月|日/],
    ['a birthday in English', 'Anna Brandt\nBirthday May 5, 1980', ['birthday'], /80|May/],
    [
      'a long home address',
      '王建国\n家庭住址：杭州市西湖区桂花里街道桂花里小区 12 号楼 3 单元 501 室\n手机：13800138000',
      ['homeAddress'],
      /桂花里|单元|501/,
    ],
    ['born', '王建国，1980年1月2日出生', ['birthday'], /1980/],
    [
      'in English',
      'Anna Brandt\nDate of birth: 2 May 1980\nHome address: 1 Elm Street',
      ['birthday', 'homeAddress'],
      /1980|Elm/,
    ],
    [
      'family and the telephone at home',
      '王建国\n配偶：李某\n宅电：021-55551111',
      ['homePhone', 'marriage'],
      /李某|55551111/,
    ],
  ])('%s is left out, and it is said', (_, text, leftOut, secret) => {
    const read = readSignature(text);
    expect(read.leftOut).toEqual(leftOut);
    expect(JSON.stringify(read)).not.toMatch(secret);
    expect(read.fields.name).toMatch(/王建国|Anna Brandt/);
  });
});

function check(text: string): void {
  const { fields, unplaced, rest } = readSignature(text);
  const { company, website, ...contact } = fields;
  // The form takes what was found, but for what a person must correct: a number or an address.
  const parsed = ContactFields.safeParse({ name: 'x', ...contact });
  for (const issue of parsed.error?.issues ?? []) expect(['mobile', 'phone', 'email']).toContain(issue.path[0]);
  const shown = [...Object.values(fields), ...unplaced.map(({ text: one }) => one), ...rest].join('');
  expect(shown.length).toBeLessThanOrEqual(text.normalize('NFKC').length * 2 + 10);
  expect(company?.length ?? 0).toBeLessThanOrEqual(200);
  expect(website?.length ?? 0).toBeLessThanOrEqual(300);
}

describe('whatever is pasted', () => {
  test('naughty strings', () => {
    for (const text of naughty) check(text);
  });
  test('any text, alone and between the lines of a signature', () => {
    const lines = signatures.flatMap(([, text]) => text.split('\n'));
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...lines),
      fc.constantFrom('：', '|', '1', '手机'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('\n', ' ', ''), (pieces, by) =>
        check(pieces.join(by)),
      ),
    );
  });
  test('long texts are read to their end, all within three seconds', { timeout: 3_000 }, () => {
    for (const unit of ['1-', 'a ', '王', '电话', ': ', '公司', 'a.', '( ']) check(unit.repeat(20_000));
  });
  test('an identity number never comes out, wherever it stands', () => {
    const number = fc.constantFrom('110101199003074514', '330102198512120017', '11010119900307451X');
    fc.assert(
      fc.property(
        number,
        fc.constantFrom(...signatures.map(([, text]) => text)),
        fc.constantFrom('\n', ' ', '，'),
        (id, text, by) => {
          const read = readSignature(`${text}${by}${id}${by}${text}`);
          expect(JSON.stringify(read)).not.toContain(id.slice(0, 17));
          expect(read.leftOut).toContain('idNumber');
        },
      ),
    );
  });
});
