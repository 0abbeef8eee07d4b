import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import type { Cell } from '#platform/import-export/cell.ts';
import { guardFormula, unguardFormula } from '#platform/import-export/formula.ts';
import { inspectTable, tableRows } from '#platform/import-export/table-reader.server.ts';
import { outputs, writeTable, type Output } from '#platform/import-export/table-writer.server.ts';

const naughty = JSON.parse(
  readFileSync(new URL('../../../tests/fixtures/naughty-strings/blns.json', import.meta.url), 'utf8'),
) as string[];

async function* batches(rows: readonly (readonly Cell[])[]) {
  for (let at = 0; at < rows.length; at += 100) yield rows.slice(at, at + 100);
}

const written = (output: Output, headers: string[], rows: readonly (readonly Cell[])[]) =>
  writeTable(output, headers, batches(rows)).then(buffer);

async function readBack(bytes: Buffer): Promise<string[][]> {
  const source = async function* () {
    yield bytes;
  };
  const { format } = await inspectTable(source);
  const rows: string[][] = [];
  for await (const batch of tableRows(source, format)) rows.push(...batch.map(({ cells }) => cells));
  return rows;
}

describe.each(outputs)('a table written as %s', (output) => {
  it('is read back unchanged, whatever strings are in it', async () => {
    // GB18030 has no place for half a character; neither has UTF-8.
    const rows = naughty.filter((text) => text.isWellFormed()).map((text, i) => [String(i), text, 'x']);
    const back = await readBack(await written(output, ['no', 'text', 'end'], rows));
    expect(back.slice(1)).toEqual(rows);
  });

  it('keeps numbers, days and money', async () => {
    const rows: Cell[][] = [[-5, 0.25, { day: '2026-11-22' }, { money: -1_000_005 }, null, '00123']];
    const back = await readBack(await written(output, ['a', 'b', 'c', 'd', 'e', 'f'], rows));
    expect(back[1]).toEqual(['-5', '0.25', '2026-11-22', '-10000.05', '', '00123']);
  });
});

describe('a cell that a spreadsheet would run', () => {
  const payloads = ['=cmd|calc', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', "'=1", '=HYPERLINK("http://x","y")'];
  it.each(payloads)('%j is text in CSV', async (payload) => {
    const text = (await written('csv', ['h', 'i'], [[payload, 'x']])).toString('utf8');
    expect(text.split('\r\nh')[0]).not.toMatch(/(?:^|,|\n)"?[=+\-@\t\r]/);
    expect(text).toContain(`'${payload.startsWith("'") ? payload : ''}`);
  });

  it('reads back as it was, however often it is guarded', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', 'a') }), (text) => {
        expect(unguardFormula(guardFormula(text))).toBe(text);
      }),
    );
  });
});

describe('a workbook', () => {
  it('that unpacks to far more than it is, is refused before it is unpacked', async () => {
    const honest = await written('xlsx', ['a', 'b'], [['1', '2']]);
    expect(await readBack(honest)).toHaveLength(2);
    const frame = {
      '[Content_Types].xml': Buffer.from('<Types/>'),
      'xl/workbook.xml': Buffer.from('<workbook xmlns:r="r"><sheets><sheet name="x" r:id="rId1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': Buffer.from(
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': Buffer.from('<worksheet><sheetData/></worksheet>'),
    };
    const bomb = await zipped({ ...frame, 'xl/sharedStrings.xml': Buffer.alloc(100 * 1024 * 1024, 32) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    await expect(readBack(bomb)).rejects.toMatchObject({ refusal: { code: 'file.unpacksTooLarge' } });
  });

  it('whose XML is broken, or that is another zip, is refused', async () => {
    await expect(readBack(await zipped({ 'word/document.xml': Buffer.from('<a/>') }))).rejects.toMatchObject({
      refusal: { code: 'file.notTable' },
    });
    await expect(readBack(await zipped({ 'xl/workbook.xml': Buffer.from('<workbook><she') }))).rejects.toMatchObject({
      refusal: { code: 'file.damaged' },
    });
  });
});

async function zipped(files: { [name: string]: Buffer }): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(content, name);
  zip.end();
  return buffer(zip.outputStream);
}
