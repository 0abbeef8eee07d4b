import type { Messages } from '#shared/messages.ts';

const zh = {
  save: '保存',
  cancel: '取消',
  reasonNeeded: '请写明理由',
  unsaved: '有未保存的内容',
  discard: '丢弃',
  goOn: '继续填写',
  changedBeside: '左边是您填写的，右边是刚才别人保存的最新内容。逐项决定后再保存。',
  field: '项目',
  yours: '您填写的',
  theirs: '最新内容',
  take: '采用最新',
  same: '别人改的内容与您的不冲突，可以直接保存。',
  empty: '（空）',
};

const en = {
  save: 'Save',
  cancel: 'Cancel',
  reasonNeeded: 'Give the reason',
  unsaved: 'There is unsaved text',
  discard: 'Discard',
  goOn: 'Go on',
  changedBeside: 'On the left what you typed, on the right what was saved meanwhile. Decide for each, then save.',
  field: 'Field',
  yours: 'Yours',
  theirs: 'Latest',
  take: 'Take the latest',
  same: 'Their change does not touch yours; you may save.',
  empty: '(empty)',
} satisfies Messages<typeof zh>;

export const formMessages = { zh, en };
