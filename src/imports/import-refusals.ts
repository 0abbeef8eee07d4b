import type { RefusalKinds } from '#shared/refusal.ts';
import type { Text } from '#shared/messages.ts';
import type { ImportState } from '#imports/import-record.ts';
import { stateWords } from '#imports/state-words.ts';

export const importRefusals = {
  'import.wrongMoment': {
    status: 409,
    words: ({ state }: { state: ImportState }): Text => ({
      zh: `这次导入目前是“${stateWords[state]?.zh ?? state}”，不能做这一步。请刷新页面查看最新进展。`,
      en: `This import is now "${stateWords[state]?.en ?? state}", so this step is not possible. Refresh the page.`,
    }),
  },
  'import.targetMissing': {
    status: 422,
    words: ({ labels }: { labels: Text[] }): Text => ({
      zh: `还没有对应：${labels.map(({ zh }) => zh).join('、')}。请选择文件中的哪一列是它。`,
      en: `Not matched yet: ${labels.map(({ en }) => en).join(', ')}. Choose the column of the file that holds it.`,
    }),
  },
  'import.cardsAreContacts': {
    status: 422,
    words: (): Text => ({
      zh: '这是名片文件（.vcf），只能导入为联系人。请选择“联系人”再上传。',
      en: 'This is a file of cards (.vcf), which become contacts. Choose contacts and upload it again.',
    }),
  },
  'import.mayNotCreateOwners': {
    status: 403,
    words: (): Text => ({
      zh: '新建同事需要管理员权限。请取消“自动新建负责人”，或请管理员导入。',
      en: 'Only an administrator may create colleagues. Leave owners out, or ask one to import.',
    }),
  },
  'import.tooOld': {
    status: 409,
    words: (): Text => ({
      zh: '导入已超过 30 天，撤销所需的数据已按期清除。',
      en: 'The import is more than 30 days old; what undoing needs has been removed.',
    }),
  },
  'import.partOutOfOrder': {
    status: 409,
    words: ({ expected }: { expected: number }): Text => ({
      zh: `上传顺序不对，应从第 ${expected + 1} 段继续。`,
      en: `Out of order: go on with part ${expected}.`,
    }),
  },
} satisfies RefusalKinds;
