import { readdirSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { TableRow } from '#platform/import-export/table-file.ts';
import { inspectTable, tableRows } from '#platform/import-export/table-reader.server.ts';

const folder = new URL('../../../tests/fixtures/csv-spectrum/', import.meta.url);
const source = (bytes: Uint8Array, piece = 7) =>
  async function* () {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  };
const companies = '代码,名称,地区\r\n000001,平安银行,深圳\r\n000002,万科Ａ,深圳\r\n000004,"国华, 网安",深圳\r\n';

async function readAll(bytes: Uint8Array, chosen?: Parameters<typeof inspectTable>[1]) {
  const { format, ...found } = await inspectTable(source(bytes, 61), chosen);
  const rows: TableRow[] = [];
  for await (const batch of tableRows(source(bytes), format)) rows.push(...batch);
  return { format, ...found, rows, cells: rows.map(({ cells }) => cells) };
}

describe('a CSV of the spectrum', () => {
  it.each(readdirSync(new URL('csvs', folder)).map((name) => name.replace('.csv', '')))('%s', async (name) => {
    const bytes = readFileSync(new URL(`csvs/${name}.csv`, folder));
    const answer = JSON.parse(readFileSync(new URL(`json/${name}.json`, folder), 'utf8')) as object[];
    const { cells } = await readAll(bytes);
    const [headers, ...rows] = cells;
    expect(rows.map((row) => Object.fromEntries(headers!.map((header, i) => [header, row[i]])))).toEqual(
      [answer].flat(),
    );
  });
});

describe('the encoding', () => {
  it.each([
    ['utf8', Buffer.from(companies)],
    ['utf8', Buffer.from(`\ufeff${companies}`)],
    ['gb18030', iconv.encode(companies, 'gb18030')],
    ['utf16le', iconv.encode(companies, 'utf16-le', { addBOM: true })],
    ['utf16le', iconv.encode(companies, 'utf16-le', { addBOM: false })],
    ['utf16be', iconv.encode(companies, 'utf16-be', { addBOM: true })],
    ['utf16be', iconv.encode(companies, 'utf16-be', { addBOM: false })],
  ] as const)('%s is found out (%#)', async (encoding, bytes) => {
    const { format, headers, cells, cut } = await readAll(bytes);
    expect(format).toMatchObject({ kind: 'csv', encoding, delimiter: ',' });
    expect(headers).toEqual(['代码', '名称', '地区']);
    expect(cells[3]).toEqual(['000004', '国华, 网安', '深圳']);
    expect(cut).toBe(false);
  });

  it.each([
    ['utf8', Buffer.from(companies)],
    ['gb18030', iconv.encode(companies, 'gb18030')],
    ['utf16le', iconv.encode(companies, 'utf16-le', { addBOM: true })],
  ] as const)('%s cut in the middle of a character: the last row is marked, nothing is garbled', async (_, bytes) => {
    const { cut, rows, cells } = await readAll(bytes.subarray(0, -3));
    expect(cut).toBe(true);
    expect(rows.at(-1)).toMatchObject({ number: 4, cut: true });
    expect(rows.slice(0, -1).every((row) => !row.cut)).toBe(true);
    expect(JSON.stringify(cells)).not.toContain('\ufffd');
  });

  it('chosen wrongly is refused rather than garbled', async () => {
    const bytes = iconv.encode(companies, 'gb18030');
    await expect(readAll(bytes, { encoding: 'utf8' })).rejects.toMatchObject({
      refusal: { code: 'file.wrongEncoding' },
    });
  });
});

describe('the delimiter', () => {
  it.each([',', ';', '\t', '|'])('%j is found out', async (delimiter) => {
    const line = (...cells: string[]) => `${cells.join(delimiter)}\n`;
    const text = line('客户', '金额', '备注') + line('甲', '"1,5"', '"a;b|c"') + line('乙', '2', '');
    const { format, cells } = await readAll(Buffer.from(text));
    expect(format).toMatchObject({ delimiter });
    expect(cells[1]).toEqual(['甲', '1,5', 'a;b|c']);
  });

  it('is not needed by a table of one column', async () => {
    expect((await readAll(Buffer.from('客户名称\n甲公司\n乙公司\n'))).cells).toEqual([
      ['客户名称'],
      ['甲公司'],
      ['乙公司'],
    ]);
  });
});

describe('rows keep the numbers of the spreadsheet', () => {
  it('past mixed line ends', async () => {
    const { cells } = await readAll(Buffer.from('a,b\r\n1,2\n3,4\r5,"6\r\n7"\r\n'));
    expect(cells.slice(1)).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6\r\n7'],
    ]);
  });

  it('past blank rows', async () => {
    const { rows } = await readAll(Buffer.from('a,b\n\n1,2\n,\n3,4\n'));
    expect(rows.map(({ number }) => number)).toEqual([1, 3, 5]);
  });
});

describe('what is no table is refused with the reason', () => {
  it.each([
    ['file.empty', Buffer.from('')],
    ['file.empty', Buffer.from('\ufeff\n\n')],
    ['file.empty', Buffer.from('a,b,c\n')],
    ['file.notTable', Buffer.from('%PDF-1.7 …')],
    ['file.notTable', Buffer.from('<html><table>')],
    ['file.notTable', Buffer.from('[{"a": 1}]')],
    ['file.notTable', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10])],
    ['file.notTable', Uint8Array.from({ length: 999 }, (_, i) => (i * i * 31 + 7 * i) % 253)],
    ['file.oldExcel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    [
      'file.encrypted',
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
    ],
    ['file.damaged', Buffer.from('PK\u0003\u0004 not really')],
    ['file.quoteOpen', Buffer.from('a,b\n1,"2\n3,4\n')],
    ['file.tooManyColumns', Buffer.from(`${'a,'.repeat(300)}\n${'1,'.repeat(300)}\n`)],
  ])('%s (%#)', async (code, bytes) => {
    await expect(readAll(bytes)).rejects.toMatchObject({ refusal: { code } });
  });
});

describe('a large file', () => {
  it('is read no faster than its rows are taken: memory does not grow with it', async () => {
    const row = Buffer.from(`${'甲公司,北京,'.repeat(10)}\n`.repeat(100));
    const PIECES = 4_000;
    let pulled = 0;
    const large = async function* () {
      for (let i = 0; i < PIECES; i++) {
        pulled++;
        yield row;
      }
    };
    let taken = 0;
    for await (const batch of tableRows(large, { kind: 'csv', encoding: 'utf8', delimiter: ',' })) {
      taken += batch.length;
      expect(pulled * 100 - taken).toBeLessThan(5_000);
    }
    expect(taken).toBe(PIECES * 100);
  });
});
