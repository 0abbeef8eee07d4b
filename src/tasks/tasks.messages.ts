import type { Messages } from '#shared/messages.ts';

const zh = {
  title: '待办',
  add: '新建待办',
  edit: '修改待办',
  what: '要做什么',
  whatHint: '例如：约王总确认验收标准',
  whatNeeded: '请写下要做什么',
  due: '截止日期',
  fromReview: '来自商机评审',
  owner: '负责人',
  done: '完成',
  finished: (title: string) => `已完成“${title}”`,
  reopen: '恢复',
  finishedTitle: '已完成',
  showFinished: '看已完成的',
  hideFinished: '收起已完成的',
  empty: '没有未完成的待办。给下一步定个日期，别让客户等。',
};

const en = {
  title: 'Tasks',
  add: 'New task',
  edit: 'Edit task',
  what: 'What is to be done',
  whatHint: 'For example: agree the acceptance standard with Mr Wang',
  whatNeeded: 'Say what is to be done',
  due: 'Due',
  fromReview: 'From a deal review',
  owner: 'Owner',
  done: 'Done',
  finished: (title: string) => `"${title}" is done`,
  reopen: 'Open again',
  finishedTitle: 'Done',
  showFinished: 'Show what is done',
  hideFinished: 'Hide what is done',
  empty: 'Nothing open. Give the next step a day, so that the customer does not wait.',
} satisfies Messages<typeof zh>;

export const taskMessages = { zh, en };
