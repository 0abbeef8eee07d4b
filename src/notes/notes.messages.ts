import type { Messages } from '#shared/messages.ts';

const zh = {
  title: '备注',
  write: '记下值得记住的事：谁说了什么、下次要问什么',
  save: '保存备注',
  edit: '修改',
  remove: '删除',
  cancel: '取消',
  removed: '备注已删除',
  edited: '改过',
  more: '更早的备注',
  empty: '还没有备注。第一条可以写：上次聊了什么，下次要问什么。',
};

const en = {
  title: 'Notes',
  write: 'What is worth remembering: who said what, what to ask next',
  save: 'Save note',
  edit: 'Edit',
  remove: 'Remove',
  cancel: 'Cancel',
  removed: 'Note removed',
  edited: 'edited',
  more: 'Earlier notes',
  empty: 'No notes yet. Start with what was said last, and what to ask next.',
} satisfies Messages<typeof zh>;

export const noteMessages = { zh, en };
