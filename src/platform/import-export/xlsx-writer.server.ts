import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { majorUnits, type Cell } from '#platform/import-export/cell.ts';
import { escapeText, lettersOf, serialOfDay } from '#platform/import-export/xlsx-values.ts';

/** Styles of the cells, by their place in styles.xml. */
const style = { plain: 0, header: 1, day: 2, money: 3, guarded: 4 } as const;

/** A workbook of one sheet, as a stream. A text that looks like a formula is marked as text the way Excel itself does. */
export function xlsxStream(headers: readonly string[], rows: AsyncIterable<readonly (readonly Cell[])[]>): Readable {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(frame)) zip.addBuffer(Buffer.from(content), name);
  const sheet = Readable.from(sheetXml(headers, rows));
  const output = zip.outputStream as Readable;
  sheet.on('error', (error) => output.destroy(error));
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml');
  zip.end();
  return output;
}

async function* sheetXml(headers: readonly string[], rows: AsyncIterable<readonly (readonly Cell[])[]>) {
  const columns = headers.map((header, i) => {
    const width = Math.min(40, Math.max(10, Array.from(header).length * 2 + 4));
    return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`;
  });
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
  yield rowXml(1, headers, style.header);
  let number = 1;
  for await (const batch of rows) yield batch.map((row) => rowXml(++number, row)).join('');
  yield '</sheetData></worksheet>';
}

function rowXml(number: number, cells: readonly Cell[], as?: number): string {
  const xml = cells.map((cell, column) => cellXml(lettersOf(column) + number, cell, as)).join('');
  return `<row r="${number}">${xml}</row>`;
}

function cellXml(at: string, cell: Cell, as?: number): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') {
    const s = as ?? (/^[=+\-@\t\r]/.test(cell) ? style.guarded : style.plain);
    return `<c r="${at}" t="inlineStr" s="${s}"><is><t xml:space="preserve">${escapeText(cell)}</t></is></c>`;
  }
  if ('day' in cell) return `<c r="${at}" s="${style.day}"><v>${serialOfDay(cell.day)}</v></c>`;
  return `<c r="${at}" s="${style.money}"><v>${majorUnits(cell.money)}</v></c>`;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const frame = {
  '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="0" fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="49" quotePrefix="1" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};
