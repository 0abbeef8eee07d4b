import type { Messages } from '#shared/messages.ts';

const zh = {
  states: {
    met: '已证实',
    weak: '证据不足',
    contested: '说法矛盾',
    stale: '证据过期',
    refuted: '已被否定',
    unknown: '尚不清楚',
  },
  stances: { m2: '敌人', m1: '不支持', s0: '中立', p1: '支持者', p2: '教练' },
  past: '已完成',
  current: '当前阶段',
  future: '未开始',
  stages: '阶段',
};

const en = {
  states: {
    met: 'shown',
    weak: 'too little evidence',
    contested: 'contested',
    stale: 'out of date',
    refuted: 'refuted',
    unknown: 'unknown',
  },
  stances: { m2: 'enemy', m1: 'not supporting', s0: 'neutral', p1: 'supporter', p2: 'coach' },
  past: 'done',
  current: 'current stage',
  future: 'to come',
  stages: 'Stages',
} satisfies Messages<typeof zh>;

export const markMessages = { zh, en };
