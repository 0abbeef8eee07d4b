import type { Messages } from '#shared/messages.ts';

const zh = {
  howSure: '有多可靠？点一下就保存',
  hints: { rumour: '听别人传的', said: '本人口头说的', done: '看到他们这样做', written: '白纸黑字' },
  saving: '正在保存…',
};

const en = {
  howSure: 'How sure is it? One tap saves',
  hints: { rumour: 'heard from others', said: 'said in person', done: 'seen them do it', written: 'in writing' },
  saving: 'Saving…',
} satisfies Messages<typeof zh>;

export const padMessages = { zh, en };
