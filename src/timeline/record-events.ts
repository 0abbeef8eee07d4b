import type { EventWords } from '#platform/events/event-words.ts';

const told = (value: unknown) => (typeof value === 'string' && value ? value : undefined);

/** What happened to the notes, tasks and files of a record. */
export const recordEventWords: EventWords = {
  'note.written': ({ data }, lang) => ({
    title: lang === 'zh' ? '写了备注' : 'Note written',
    detail: told(data['preview']),
  }),
  'note.changed': ({ data }, lang) => ({
    title: lang === 'zh' ? '修改了备注' : 'Note changed',
    detail: told(data['preview']),
  }),
  'note.removed': (_event, lang) => ({ title: lang === 'zh' ? '删除了一条备注' : 'Note removed' }),
  'task.created': ({ data }, lang) => ({ title: lang === 'zh' ? '新建了待办' : 'Task created', detail: data.name }),
  'task.changed': ({ data }, lang) => ({ title: lang === 'zh' ? '修改了待办' : 'Task changed', detail: data.name }),
  'task.done': ({ data }, lang) => ({ title: lang === 'zh' ? '完成了待办' : 'Task done', detail: data.name }),
  'task.reopened': ({ data }, lang) => ({ title: lang === 'zh' ? '恢复了待办' : 'Task open again', detail: data.name }),
  'task.ownerChanged': ({ data }, lang) => ({
    title: lang === 'zh' ? '交接了待办' : 'Task handed over',
    detail: data.name,
  }),
  'attachment.added': ({ data }, lang) => ({ title: lang === 'zh' ? '上传了附件' : 'File added', detail: data.name }),
  'attachment.removed': ({ data }, lang) => ({
    title: lang === 'zh' ? '删除了附件' : 'File removed',
    detail: data.name,
  }),
};
