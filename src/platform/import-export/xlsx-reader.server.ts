import { refuse } from '#shared/refusal.ts';
import { Refused } from '#platform/http/refused.server.ts';
import { limits, ROWS_AT_A_TIME, type FileSource, type TableRow } from '#platform/import-export/table-file.ts';
import { readWholeXml, readXml } from '#platform/import-export/xml-reader.server.ts';
import { isDayFormat, unescapeText } from '#platform/import-export/xlsx-values.ts';
import { rowBuilder } from '#platform/import-export/xlsx-rows.server.ts';
import { openArchive, type Archive } from '#platform/import-export/zip-reader.server.ts';

const SMALL = 8 * 1024 * 1024;

export type Workbook = { sheets: string[]; rows: (sheet: number) => AsyncGenerator<TableRow[]> };

/** A workbook's sheets by name, and the rows of one of them as a stream. */
export async function openWorkbook(source: FileSource): Promise<Workbook> {
  const archive = await openArchive(await whole(source));
  if (!archive.has('xl/workbook.xml')) throw new Refused(refuse('file.notTable', { looksLike: 'ZIP' }));
  const { sheets, from1904 } = await sheetsOf(archive);
  if (sheets.length === 0) throw new Refused(refuse('file.empty'));
  return { sheets: sheets.map(({ name }) => name), rows: (at) => rowsOf(archive, sheets[at]?.path, from1904) };
}

async function whole(source: FileSource): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limits.xlsxBytes) throw new Refused(refuse('file.tooLarge', { limit: '25 MB' }));
  }
  return Buffer.concat(chunks);
}

async function* rowsOf(archive: Archive, path: string | undefined, from1904: boolean): AsyncGenerator<TableRow[]> {
  if (path === undefined) throw new Refused(refuse('file.empty'));
  const shared = await sharedTexts(archive);
  const days = await dayStyles(archive);
  const builder = rowBuilder({ shared, days, from1904 });
  for await (const _ of readXml(archive.open(path, limits.sheetBytes), builder.handlers)) {
    if (builder.count() >= ROWS_AT_A_TIME) yield builder.take();
  }
  if (builder.count() > 0) yield builder.take();
}

async function sheetsOf(archive: Archive) {
  const targets = new Map<string, string>();
  if (archive.has('xl/_rels/workbook.xml.rels')) {
    await readWholeXml(archive.open('xl/_rels/workbook.xml.rels', SMALL), {
      open: (name, { Id, Target }) => {
        if (name === 'Relationship' && Id && Target) targets.set(Id, Target.replace(/^\/?(?:xl\/)?/, 'xl/'));
      },
    });
  }
  const sheets: { name: string; path: string }[] = [];
  let from1904 = false;
  await readWholeXml(archive.open('xl/workbook.xml', SMALL), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      const path = name === 'sheet' ? targets.get(attributes['r:id'] ?? idOf(attributes) ?? '') : undefined;
      if (path && archive.has(path) && !attributes['state']) sheets.push({ name: attributes['name'] ?? '', path });
    },
  });
  return { sheets, from1904 };
}

/** The relationship under whatever prefix the file gives its name space. */
function idOf(attributes: { [name: string]: string }): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
}

async function sharedTexts(archive: Archive): Promise<string[]> {
  const texts: string[] = [];
  if (!archive.has('xl/sharedStrings.xml')) return texts;
  let text = '';
  let inText = false;
  let inPhonetic = false;
  await readWholeXml(archive.open('xl/sharedStrings.xml', limits.sharedTextBytes), {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') inPhonetic = true;
    },
    text: (piece) => {
      if (inText && !inPhonetic) text += piece;
    },
    close: (name) => {
      if (name === 'si') texts.push(unescapeText(text));
      else if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
    },
  });
  return texts;
}

/** Which cell styles show days. */
async function dayStyles(archive: Archive): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const days: boolean[] = [];
  if (!archive.has('xl/styles.xml')) return days;
  let inCells = false;
  await readWholeXml(archive.open('xl/styles.xml', SMALL), {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) days.push(isDayFormat(Number(numFmtId), codes.get(Number(numFmtId))));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return days;
}
