import type { Text } from '#shared/messages.ts';
import type { ImportState } from '#imports/import-record.ts';

export const stateWords: { readonly [state in ImportState]: Text } = {
  uploading: { zh: '上传中', en: 'Uploading' },
  mapping: { zh: '待对应字段', en: 'To be matched' },
  checking: { zh: '预检中', en: 'Checking' },
  checked: { zh: '待导入', en: 'Ready to import' },
  running: { zh: '导入中', en: 'Importing' },
  done: { zh: '已完成', en: 'Done' },
  cancelled: { zh: '已停止', en: 'Stopped' },
  failed: { zh: '出错', en: 'Failed' },
  undoing: { zh: '撤销中', en: 'Being undone' },
  undone: { zh: '已撤销', en: 'Undone' },
};
