import type { Playbook } from '#method/playbook.ts';
import { squeezed } from '#imports/likeness.ts';

/** Where a deal stands, as a plan's values say it: won, lost, parked, or open in a stage. */
export type StageCode = 'won' | 'lost' | 'parked' | `open:${string}`;

const states: [StageCode, readonly string[]][] = [
  ['won', ['won', 'closedwon', 'win', '赢单', '成交', '已成交', '成功', '中标', '已签约', '签约成功', '赢']],
  ['lost', ['lost', 'closedlost', 'lose', '输单', '丢单', '失败', '流失', '未中标', '输', '战败', '关闭']],
  ['parked', ['parked', 'onhold', 'hold', 'paused', 'delayed', '搁置', '暂停', '暂缓', '挂起', '冻结', '延期']],
];

// Words other systems use for how far a deal has come, from 0 (just found) to 1 (about to sign).
const progress: [number, readonly string[]][] = [
  [
    0,
    [
      'prospecting',
      'lead',
      'new',
      'opportunity',
      'inquiry',
      '线索',
      '初步接触',
      '初期',
      '新建',
      '发现商机',
      '验证客户',
      '潜在',
    ],
  ],
  [
    0.2,
    [
      'engaging',
      'qualification',
      'qualified',
      'contacted',
      'contact',
      '接触',
      '跟进',
      '跟进中',
      '进行中',
      '立项',
      '意向',
    ],
  ],
  [0.4, ['needsanalysis', 'discovery', 'needs', 'demo', '需求', '需求分析', '需求确认', '调研', '演示']],
  [
    0.6,
    [
      'proposal',
      'proposalsent',
      'proposalmade',
      'quote',
      'quotation',
      'solution',
      'valueproposition',
      '方案',
      '方案报价',
      '报价',
      '方案呈现',
    ],
  ],
  [
    0.8,
    [
      'negotiation',
      'negotiating',
      'innegotiation',
      'review',
      'contract',
      'bidding',
      '谈判',
      '商务谈判',
      '投标',
      '招投标',
      '合同',
      '签约',
      '赢得承诺',
    ],
  ],
];

/** What a word for a stage or state in a file means in this playbook; undefined when nothing is near. */
export function guessStage(text: string, playbook: Playbook): StageCode | undefined {
  const word = squeezed(text);
  const state = states.find(([, words]) => words.includes(word));
  if (state) return state[0];
  const named = playbook.stages.find(({ id, name }) => [id, name.zh, name.en].some((one) => squeezed(one) === word));
  if (named) return `open:${named.id}`;
  const step = progress.find(([, words]) => words.includes(word));
  if (!step) return undefined;
  const last = playbook.stages.findIndex(({ id }) => id === (playbook.wonAfter ?? playbook.stages.at(-1)!.id));
  return `open:${playbook.stages[Math.round(step[0] * last)]!.id}`;
}
