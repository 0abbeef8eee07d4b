import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { inspectTable, tableRows } from '#platform/import-export/table-reader.server.ts';
import { CardLines, LONGEST_LINE } from '#platform/import-export/vcard/card-lines.ts';

const naughty = JSON.parse(
  readFileSync(new URL('../../../../tests/fixtures/naughty-strings.json', import.meta.url), 'utf8'),
) as string[];
const fixture = (name: string) =>
  readFileSync(new URL(`../../../../tests/fixtures/vcard/${name}.vcf`, import.meta.url));

/** The cards of a file, read in pieces of a few bytes: each as what it fills, and what it leaves out. */
async function read(file: string | Uint8Array, piece = 7) {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const source = async function* () {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  };
  const { format, headers } = await inspectTable(source);
  expect(format.kind).toBe('vcard');
  const cards: { [column: string]: unknown }[] = [];
  for await (const batch of tableRows(source, format))
    for (const { number, cells, leftOut, cut, nobody } of batch) {
      if (number === 0) continue;
      const filled = Object.fromEntries(cells.flatMap((cell, at) => (cell ? [[headers[at], cell]] : [])));
      cards.push({
        ...filled,
        ...(leftOut && { leftOut }),
        ...(cut && { cut }),
        ...(nobody && { nobody }),
      });
    }
  return cards;
}

const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');
const one = async (...lines: string[]) => (await read(card(...lines)))[0];

describe('what fifteen programs write', () => {
  test.each([
    ['John_Doe_BLACK_BERRY', { name: 'john Doe', organisation: 'Acme Solutions', mobile: '+96123456789' }],
    ['John_Doe_EVOLUTION', { name: 'John Doe', department: 'Accounting / Dungeon', phone: '905-555-1234' }],
    ['John_Doe_GMAIL', { name: 'John Doe', organisation: 'IBM', mobile: '905-555-1234' }],
    ['John_Doe_IPHONE', { title: 'Money Counter', phone: '905-777-1234 / 905-222-1234', email: 'john.doe@ibm.com' }],
    ['John_Doe_LOTUS_NOTES', { mobile: '+1 (212) 204-34456', otherEmails: 'billy_bob@gmail.com' }],
    ['John_Doe_MAC_ADDRESS_BOOK', { phone: '905-777-1234 / 905-222-1234', department: 'Accounting' }],
    ['John_Doe_MS_OUTLOOK', { phone: '(905) 555-1234', homePhones: '(905) 666-1234', email: 'john.doe@ibm.cm' }],
    ['gmail-single', { name: 'Greg Dartmouth', mobile: '555 555 1111', phone: '555 555 2222' }],
    ['gmail-single2', { email: 'workemail@example.com', phone: '5555551113 / 5555551116 / 5555551111' }],
    ['issue114', { name: 'Dummy Dummy', mobile: '+49 1234 56789', phone: '+49 9876 54321' }],
    ['outlook-2003', { organisation: 'Company, The', department: 'TheDepartment', title: 'The Job Title' }],
    ['rfc6350-example', { phone: '+1-418-555-9254 ext. 102', mobile: '+1-418-555-6501' }],
    [
      'thunderbird-MoreFunctionsForAddressBook-extension',
      { organisation: 'TheOrganization', email: 'doe.john@hotmail.com', categories: 'category1; category2; category3' },
    ],
  ])('%s', async (name, expected) => {
    const cards = await read(fixture(name));
    expect(cards).toHaveLength(1);
    expect(cards[0]).toMatchObject(expected);
  });

  test('several cards in a file', async () => {
    expect(await read(fixture('gmail-list'))).toEqual([
      { name: 'Arnold Smith', email: 'asmithk@gmail.com' },
      { name: 'Chris Beatle', email: 'chrisy55d@yahoo.com' },
      { name: 'Doug White', email: 'dwhite@gmail.com' },
    ]);
    expect((await read(fixture('rfc2426-example'))).map(({ workAddress }) => workAddress)).toEqual([
      '12 Example Drive, Raleigh, NC 27613-3502, U.S.A.',
      '34 Example Rd., Mountain View, CA 94043, U.S.A.',
    ]);
    expect(await read(fixture('John_Doe_ANDROID'))).toMatchObject([
      { email: 'john.doe@company.com' },
      { email: 'jane.doe@company.com' },
      { name: 'Ñ Ñ Ñ Ñ Ñ', mobile: '123456789' },
      { name: 'Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ', mobile: '123456', phone: '3456789', homePhones: '234567; 45678901' },
      { mobile: '123456', email: 'bob@company.com', leftOut: ['photo', 'fax'] },
      { name: 'ÑÑÑÑ', mobile: '55556666', email: 'henry@company.com' },
    ]);
  });

  test('what is private is told, and stands in no column', async () => {
    const [card] = await read(fixture('John_Doe_MAC_ADDRESS_BOOK'));
    expect(card!['leftOut']).toEqual(['birthday', 'homeAddress', 'family', 'photo', 'nickname', 'fax']);
    const { leftOut: _, ...cells } = card!;
    expect(JSON.stringify(cells)).not.toMatch(/Silicon Alley|2012|1980|Jenny|Johny/);
    expect(cells).toMatchObject({ homePhones: '905-666-1234' });
  });

  test.each([1, 3, 61, 100_000])('the same, %i bytes at a time', async (piece) => {
    expect(await read(fixture('John_Doe_IPHONE'), piece)).toEqual(await read(fixture('John_Doe_IPHONE')));
  });
});

describe('Chinese cards', () => {
  const lines = [
    'N:王;建国;;;',
    'FN:建国 王',
    'ORG:青岚泵业有限公司;采购部',
    'TITLE:经理',
    'TEL;TYPE=CELL:138 0013 8000',
  ];
  const expected = {
    name: '王建国',
    organisation: '青岚泵业有限公司',
    department: '采购部',
    title: '经理',
    mobile: '138 0013 8000',
  };
  test.each([
    ['UTF-8', Buffer.from(card(...lines))],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${card(...lines)}`)],
    ['GB18030', iconv.encode(card(...lines), 'gb18030')],
    ['UTF-16 with a mark', iconv.encode(card(...lines), 'utf16-le', { addBOM: true })],
    ['UTF-16 big-endian', iconv.encode(card(...lines), 'utf16-be', { addBOM: true })],
    ['UTF-16 without a mark', iconv.encode(card(...lines), 'utf16-le', { addBOM: false })],
    [
      'two encodings in one file',
      Buffer.concat([iconv.encode(card(...lines), 'gb18030'), Buffer.from(card(...lines))]),
    ],
  ])('in %s', async (_, bytes) => {
    for (const found of await read(bytes)) expect(found).toEqual(expected);
  });

  test.each([
    ['utf-8', 'UTF-8', 'utf8'],
    ['gb2312, as old telephones', 'GB2312', 'gb18030'],
    ['a charset that is not the one named', 'UTF-8', 'gb18030'],
    ['a charset that nobody knows', 'X-PHONE', 'utf8'],
  ])('quoted-printable: %s', async (_, named, real) => {
    const quoted = Array.from(iconv.encode('王;建国;;;', real), (byte) => `=${byte.toString(16).toUpperCase()}`).join(
      '',
    );
    const halves = `N;CHARSET=${named};ENCODING=QUOTED-PRINTABLE:${quoted.slice(0, 12)}=\r\n${quoted.slice(12)}`;
    expect(await one(halves, 'TEL;CELL:13800138000')).toEqual({ name: '王建国', mobile: '13800138000' });
  });

  test('a fold within a character', async () => {
    const line = Buffer.from('ORG:青岚泵业有限公司');
    const folded = Buffer.concat([line.subarray(0, 8), Buffer.from('\r\n '), line.subarray(8)]);
    const file = Buffer.concat([Buffer.from('BEGIN:VCARD\r\nFN:王建国\r\n'), folded, Buffer.from('\r\nEND:VCARD')]);
    expect(await read(file)).toEqual([{ name: '王建国', organisation: '青岚泵业有限公司' }]);
  });

  test('Latin letters of no named charset', async () => {
    const bytes = Buffer.from(card('FN:André Roux'), 'latin1');
    expect(await read(bytes)).toEqual([{ name: 'André Roux' }]);
  });

  test('the middle character that Android keeps apart; an address at work from the large to the small', async () => {
    const address = 'ADR;TYPE=WORK:;;江陵路 88 号;杭州市;浙江省;310051;中国';
    expect(await one('N:王;国;建;;', address)).toEqual({
      name: '王建国',
      workAddress: '中国浙江省杭州市江陵路 88 号 310051',
    });
  });
});

describe('numbers, mailboxes, WeChat', () => {
  test.each<[string, string[], object]>([
    [
      'a mobile without a type',
      ['TEL:13800138000', 'TEL:010-62345678'],
      { mobile: '13800138000', phone: '010-62345678' },
    ],
    [
      'two mobiles: none is lost',
      ['TEL;CELL:13800138000', 'TEL;CELL:13900139000'],
      { mobile: '13800138000', phone: '13900139000' },
    ],
    ['the preferred first', ['TEL;CELL:13800138000', 'TEL;CELL;PREF:13900139000'], { mobile: '13900139000' }],
    ['the same twice', ['TEL;CELL:13800138000', 'TEL;WORK:13800138000'], { mobile: '13800138000' }],
    ['pauses', ['TEL;WORK:021-55550000,,8012'], { phone: '021-55550000 转 8012' }],
    ['marks that one does not see', ['TEL;CELL:\u202a+86 138 0013 8000\u202c'], { mobile: '+86 138 0013 8000' }],
    ['full width', ['TEL;WORK:（０２１）５５５５００００'], { phone: '(021)55550000' }],
    ['Chinese labels', ['item1.TEL:021-55550000', 'item1.X-ABLabel:公司总机'], { phone: '021-55550000' }],
    [
      'at home',
      ['TEL;HOME:021-55550000', 'EMAIL;HOME:a@example.com'],
      { homePhones: '021-55550000', homeEmails: 'a@example.com' },
    ],
    ['a fax is none', ['TEL;WORK;FAX:021-55550001'], { leftOut: ['fax'] }],
    [
      'work before others',
      ['EMAIL:a@example.com', 'EMAIL;TYPE=WORK:b@example.com'],
      { email: 'b@example.com', otherEmails: 'a@example.com' },
    ],
    ['X-WECHAT', ['X-WECHAT:qinglan-wang'], { wechat: 'qinglan-wang' }],
    ['IMPP', ['IMPP;X-SERVICE-TYPE=WeChat:x-apple:qinglan-wang'], { wechat: 'qinglan-wang' }],
    ['a scheme of its own', ['IMPP:weixin:qinglan-wang'], { wechat: 'qinglan-wang' }],
    ['another chat', ['IMPP;X-SERVICE-TYPE=QQ:x-apple:10001'], { leftOut: ['chat'] }],
  ])('%s', async (_, lines, expected) => {
    const { name, ...rest } = (await one('FN:王建国', ...lines))!;
    expect(name).toBe('王建国');
    expect(rest).toEqual(expect.objectContaining(expected));
    expect(Object.keys(rest).toSorted()).toEqual(expect.arrayContaining(Object.keys(expected).toSorted()));
  });

  test('more numbers than fit stand apart', async () => {
    const numbers = Array.from({ length: 4 }, (_, at) => `TEL;WORK:021-5555000${at}`);
    expect(await one('FN:王建国', ...numbers)).toEqual({
      name: '王建国',
      phone: '021-55550000 / 021-55550001',
      otherPhones: '021-55550002; 021-55550003',
    });
  });
});

describe('cards that are odd', () => {
  test('one of a group, one of a company: they name nobody', async () => {
    expect(await one('FN:采购群', 'KIND:group')).toMatchObject({ nobody: true });
    expect(await one('N:;;;;', 'FN:青岚泵业', 'ORG:青岚泵业', 'X-ABShowAs:COMPANY')).toMatchObject({ nobody: true });
  });

  test('the end of the file is missing', async () => {
    expect(await read(`${card('FN:王建国')}BEGIN:VCARD\r\nFN:李`)).toEqual([
      { name: '王建国' },
      { name: '李', cut: true },
    ]);
  });

  test('the end of a card is missing; another card within one; what stands between', async () => {
    expect(await read('BEGIN:VCARD\nFN:王建国\nBEGIN:VCARD\nFN:李明远\nEND:VCARD\n')).toEqual([
      { name: '王建国' },
      { name: '李明远' },
    ]);
    expect(
      await read(
        '\n\nBEGIN:VCARD\nFN:王建国\nAGENT:\nBEGIN:VCARD\nFN:赵秘书\nEND:VCARD\nTITLE:厂长\nEND:VCARD\nhello\n',
      ),
    ).toEqual([{ name: '王建国', title: '厂长' }]);
  });

  test.each(['\n', '\r', '\r\n'])('lines end with %j', async (end) => {
    expect(await read(card('FN:王建国', 'TITLE:厂', ' 长').replaceAll('\r\n', end))).toEqual([
      { name: '王建国', title: '厂长' },
    ]);
  });

  test('a line without end is refused, not gathered for ever', async () => {
    const lines = new CardLines();
    lines.take('x'.repeat(LONGEST_LINE + 1));
    expect(lines.endless).toBe(true);
    const endless = `BEGIN:VCARD\nNOTE:${'x'.repeat(LONGEST_LINE + 100)}`;
    await expect(read(endless, 1 << 20)).rejects.toMatchObject({ refusal: { code: 'file.cellTooLong' } });
  });

  test('no card at all', async () => {
    await expect(read('BEGIN:VCARD-LIKE\nEND\n')).rejects.toMatchObject({ refusal: { code: 'file.noCards' } });
  });

  test('whatever it says, a card is read: naughty strings in every property', async () => {
    for (const text of naughty) {
      const value = text.replaceAll(/[\r\n]/g, ' ');
      const names = ['N', 'FN', 'ORG', 'TEL', 'EMAIL', 'ADR;TYPE=WORK', 'TITLE;CHARSET=GBK', 'X-ABLabel', value];
      const cards = await read(card('FN:王建国', ...names.map((name) => `item1.${name}:${value}`)), 4096);
      expect(cards.length).toBeGreaterThan(0);
    }
  });

  test('any bytes after the beginning: never an error but a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 50 }), async (bytes, piece) => {
        const file = Buffer.concat([Buffer.from('BEGIN:VCARD\nFN:a\n'), bytes, Buffer.from('\nEND:VCARD\n')]);
        const cards = await read(file, piece).catch((error: unknown) => error);
        expect(Array.isArray(cards) || cards).toSatisfy((read) => read === true || 'refusal' in (read as object));
      }),
    );
  });

  test('what is written with escapes and folds comes back as it was', async () => {
    const texts = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .map((text) => text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\s]/gu, '').replaceAll(/^["']+/g, ''));
    await fc.assert(
      fc.asyncProperty(texts.filter(Boolean), fc.integer({ min: 2, max: 20 }), async (text, width) => {
        const escaped = text.replaceAll(/[\\;,]/g, '\\$&');
        const bytes = Buffer.from(`TITLE:${escaped}`).toString('latin1');
        const folded = bytes.replaceAll(new RegExp(`(.{${width + 10}})(?=.)`, 'gs'), '$1\r\n ');
        const file = Buffer.from(`BEGIN:VCARD\r\nFN:a\r\n${folded}\r\nEND:VCARD\r\n`, 'latin1');
        expect(await read(file, 9)).toEqual([{ name: 'a', title: text }]);
      }),
    );
  });
});
