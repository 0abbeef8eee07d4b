import type { Messages } from '#shared/messages.ts';

const zh = {
  states: { open: '进行中', parked: '维持联系', won: '已赢单', lost: '已输单' },
};

const en = {
  states: { open: 'open', parked: 'parked', won: 'won', lost: 'lost' },
} satisfies Messages<typeof zh>;

export const searchMessages = { zh, en };
