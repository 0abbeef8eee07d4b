import { counted, type Messages } from '#shared/messages.ts';

/** What is said otherwise when the rows of an import are cards. */
const zh = {
  rows: (count: string) => `${count} 张名片`,
  mapping: '名片内容的对应',
  mappingNote: (mapped: number, all: number) => `名片上有 ${all} 项内容，导入其中 ${mapped} 项`,
  inFile: '名片上的内容',
  policyHint: '按名片编号、姓名加电话、邮箱或单位依次查重。',
  inRows: (count: string, first: string) => `${count} 张名片，如第 ${first} 张`,
  faults: '不会导入的名片',
  faultsLeft: '没有导入的名片',
  faultRow: '名片',
  downloadFaults: '下载这些名片和原因',
  start: (count: string) => `开始导入 ${count} 张名片`,
  nothing: '没有可以导入的名片',
  progress: (done: string, all: string) => `${done} / ${all} 张名片`,
};

const en = {
  rows: (count: string) => counted(count, 'card'),
  mapping: 'What the cards say',
  mappingNote: (mapped: number, all: number) => `${mapped} of ${all} kinds of content are taken over`,
  inFile: 'On the cards',
  policyHint: 'Looked up by card id, and by name with phone, e-mail or company.',
  inRows: (count: string, first: string) => `${counted(count, 'card')}, e.g. card ${first}`,
  faults: 'Cards that will not be taken',
  faultsLeft: 'Cards that were not taken',
  faultRow: 'Card',
  downloadFaults: 'Download these cards with the reasons',
  start: (count: string) => `Import ${counted(count, 'card')}`,
  nothing: 'There is no card to import',
  progress: (done: string, all: string) => `${done} of ${all} cards`,
} satisfies Messages<typeof zh>;

export const cardMessages = { zh, en };
