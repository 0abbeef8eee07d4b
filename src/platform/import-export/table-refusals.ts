import type { RefusalKinds } from '#shared/refusal.ts';

/** Why a file cannot be read as a table: what it is, and what to do. */
export const tableRefusals = {
  'file.empty': {
    status: 422,
    words: () => ({
      zh: '文件里没有数据：至少要有一行表头和一行内容。',
      en: 'The file holds no data: it needs a header row and at least one row below.',
    }),
  },
  'file.noCards': {
    status: 422,
    words: () => ({
      zh: '名片文件里一张名片也没有读到。请在手机或邮箱的通讯录里重新导出（.vcf）。',
      en: 'There is no card in the file. Export the address book again (.vcf).',
    }),
  },
  'file.notTable': {
    status: 415,
    words: ({ looksLike }: { looksLike: string }) => ({
      zh: `这不是表格文件（看起来是${looksLike === 'binary' ? '二进制文件' : looksLike}）。请另存为 CSV 或 Excel 工作簿（.xlsx）再导入；联系人还可以用名片文件（.vcf）。`,
      en: `This is not a table (it looks like ${looksLike}). Save it as CSV or an Excel workbook (.xlsx); contacts may also come as cards (.vcf).`,
    }),
  },
  'file.oldExcel': {
    status: 415,
    words: () => ({
      zh: '这是旧版 Excel 文件（.xls）。请在 Excel 或 WPS 中另存为 .xlsx 再导入。',
      en: 'This is an old Excel file (.xls). Save it as .xlsx and import that.',
    }),
  },
  'file.encrypted': {
    status: 422,
    words: () => ({
      zh: '文件设有密码，无法读取。请在 Excel 中取消“用密码进行加密”后再导入。',
      en: 'The file is protected by a password. Remove it in Excel and import again.',
    }),
  },
  'file.damaged': {
    status: 422,
    words: () => ({
      zh: '文件已损坏或不完整，无法读取。请重新导出或重新下载后再导入。',
      en: 'The file is damaged or incomplete. Export or download it again.',
    }),
  },
  'file.tooLarge': {
    status: 413,
    words: ({ limit }: { limit: string }) => ({
      zh: `文件过大（上限 ${limit}）。请拆分后分批导入，超大的表请用 CSV。`,
      en: `The file is too large (limit ${limit}). Split it, or use CSV for very large tables.`,
    }),
  },
  'file.unpacksTooLarge': {
    status: 422,
    words: ({ limit }: { limit: string }) => ({
      zh: `文件解压后过大（上限 ${limit}），已停止读取。请删去空白行列和图片，或另存为 CSV。`,
      en: `Unpacked, the file is too large (limit ${limit}); reading stopped. Remove blank rows and pictures, or save as CSV.`,
    }),
    alert: true,
  },
  'file.tooManyColumns': {
    status: 422,
    words: ({ limit }: { limit: number }) => ({
      zh: `表格的列太多（上限 ${limit} 列）。请删去不需要的列，或检查分隔符是否识别正确。`,
      en: `The table has too many columns (limit ${limit}). Remove some, or check the delimiter.`,
    }),
  },
  'file.cellTooLong': {
    status: 422,
    words: ({ row }: { row: number }) => ({
      zh: `第 ${row} 行附近有内容过长，通常是引号没有成对。请检查该处后再导入。`,
      en: `Near row ${row} something is far too long, most often an unpaired quote. Look there and import again.`,
    }),
  },
  'file.quoteOpen': {
    status: 422,
    words: ({ row }: { row: number }) => ({
      zh: `第 ${row} 行的引号没有成对，后面的内容无法分列。请改正后再导入。`,
      en: `A quote opened in row ${row} is never closed, so the rest cannot be split. Correct it and import again.`,
    }),
  },
  'file.wrongEncoding': {
    status: 422,
    words: ({ encoding }: { encoding: string }) => ({
      zh: `文件内容不符合所选编码（${encoding}），读出来会是乱码。请换一种编码，或另存为 UTF-8。`,
      en: `The content does not fit the encoding (${encoding}) and would be garbled. Choose another, or save as UTF-8.`,
    }),
  },
} satisfies RefusalKinds;
