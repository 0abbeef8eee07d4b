import type { Messages } from '#shared/messages.ts';

const zh = {
  keep: '保留',
  into: '并入',
  same: '两边相同',
  differ: (n: number) => `${n} 项不同`,
  run: '合并',
  done: (name: string) => `已合并为“${name}”`,
  swap: '左右对调',
  empty: '空',
};

const en = {
  keep: 'Stays',
  into: 'Goes into it',
  same: 'The same on both sides',
  differ: (n: number) => `${n} ${n === 1 ? 'field differs' : 'fields differ'}`,
  run: 'Merge',
  done: (name: string) => `Merged as "${name}"`,
  swap: 'Swap sides',
  empty: 'empty',
} satisfies Messages<typeof zh>;

export const mergeMessages = { zh, en };
