import { z } from 'zod';
import { command, query } from '#platform/http/endpoint.ts';
import { page, pageQuery } from '#platform/list/page.ts';
import { tableRefusals } from '#platform/import-export/table-refusals.ts';
import { delimiters, encodings } from '#platform/import-export/table-file.ts';
import { dealRefusals } from '#deals/deal-refusals.ts';
import { Fault, Import, ImportRow } from '#imports/import-record.ts';
import { importNouns } from '#imports/import-noun.ts';
import { ImportPlan } from '#imports/import-plan.ts';
import { importRefusals } from '#imports/import-refusals.ts';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';

const wrongMoment = pick(importRefusals, 'import.wrongMoment');
const One = z.object({ id: Id });

export const importsContract = {
  list: query({
    path: '/imports',
    access: 'import.run',
    summary: { zh: '导入记录', en: 'List imports' },
    input: z.object({ ...pageQuery(['created'], 'created') }),
    output: page(ImportRow),
  }),
  show: query({
    path: '/imports/{id}',
    access: 'import.run',
    summary: { zh: '导入详情', en: 'Show an import' },
    input: One,
    output: Import,
  }),
  faults: query({
    path: '/imports/{id}/faults',
    access: 'import.run',
    summary: { zh: '未导入的行与原因', en: 'Rows not taken, and why' },
    input: One.extend({ after: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }),
    output: z.object({ rows: z.array(Fault), next: z.int().nullable() }),
  }),
  create: command({
    path: '/imports',
    access: 'import.run',
    summary: { zh: '新建导入（随后上传文件）', en: 'Begin an import; its file follows' },
    input: z.object({ noun: z.enum(importNouns), fileName: z.string().trim().min(1).max(200) }),
    output: One,
  }),
  discard: command({
    method: 'DELETE',
    path: '/imports/{id}',
    access: 'import.run',
    summary: { zh: '放弃尚未写入的导入，连同文件删除', en: 'Discard an import that wrote nothing yet, with its file' },
    input: One,
    output: One,
    refusals: wrongMoment,
  }),
  read: command({
    path: '/imports/{id}/read',
    access: 'import.run',
    summary: { zh: '读取文件并猜测对应字段', en: 'Read the file and guess what its columns mean' },
    input: One.extend({
      encoding: z.enum(encodings).optional().meta({ description: 'Instead of the one found out' }),
      delimiter: z.enum(delimiters).optional(),
      sheet: z.int().min(0).max(500).optional(),
    }),
    output: Import,
    refusals: {
      ...wrongMoment,
      ...tableRefusals,
      ...pick(importRefusals, 'import.cardsAreContacts'),
      ...pick(dealRefusals, 'playbook.unknown'),
    },
  }),
  check: command({
    path: '/imports/{id}/check',
    access: 'import.run',
    summary: { zh: '预检：不写入，只报告', en: 'Check without writing' },
    input: One.extend({ plan: ImportPlan }),
    output: Import,
    refusals: {
      ...wrongMoment,
      ...pick(importRefusals, 'import.targetMissing', 'import.mayNotCreateOwners'),
      ...pick(dealRefusals, 'playbook.unknown'),
    },
  }),
  run: command({
    path: '/imports/{id}/run',
    access: 'import.run',
    summary: { zh: '开始导入', en: 'Run' },
    input: One,
    output: Import,
    refusals: wrongMoment,
  }),
  cancel: command({
    path: '/imports/{id}/cancel',
    access: 'import.run',
    summary: { zh: '停止', en: 'Stop' },
    input: One,
    output: Import,
    refusals: wrongMoment,
  }),
  undo: command({
    path: '/imports/{id}/undo',
    access: 'import.run',
    summary: { zh: '撤销整次导入', en: 'Take the whole import back' },
    input: One,
    output: Import,
    refusals: { ...wrongMoment, ...pick(importRefusals, 'import.tooOld') },
  }),
};
