import type { Miss } from '#method/gate.ts';
import type { RefusalKinds } from '#shared/refusal.ts';

const list = (misses: readonly Miss[], lang: 'zh' | 'en') =>
  misses.map((miss) => miss.words[lang]).join(lang === 'zh' ? '；' : '; ');

export const dealRefusals = {
  'gate.closed': {
    status: 409,
    words: ({ misses }: { misses: readonly Miss[] }) => ({
      zh: `这道关还差 ${misses.length} 项：${list(misses, 'zh')}。补齐证据再推进，或请主管说明理由后放行。`,
      en: `The gate still misses ${misses.length}: ${list(misses, 'en')}. Bring the evidence, or ask a manager to override with a reason.`,
    }),
  },
  'override.reasonRequired': {
    status: 422,
    words: () => ({ zh: '放行必须写明理由。', en: 'An override needs a reason.' }),
  },
  'override.notAllowed': {
    status: 403,
    words: () => ({ zh: '只有主管可以放行，请联系您的主管。', en: 'Only a manager may override a gate; ask yours.' }),
  },
  'acceptance.notOffered': {
    status: 409,
    words: () => ({
      zh: '这一项目前不能按较低标准接受：较低标准也未达到，或本项没有这种规定。',
      en: 'This check cannot be accepted with less now: the lesser rule does not hold, or there is none.',
    }),
  },
  'deal.winReasonRequired': {
    status: 422,
    words: () => ({
      zh: '推进这一关意味着赢单，请选择赢单原因。',
      en: 'Passing this gate wins the deal; choose why it was won.',
    }),
  },
  'deal.notOpen': {
    status: 409,
    words: ({ state }: { state: string }) => ({
      zh: `商机当前不是进行中（${state}），不能做这个操作。需要时请先重新打开。`,
      en: `The deal is not open (${state}); reopen it first if needed.`,
    }),
  },
  'deal.notClosed': {
    status: 409,
    words: () => ({ zh: '商机正在进行中，无需重新打开。', en: 'The deal is open; there is nothing to reopen.' }),
  },
  'deal.notParked': {
    status: 409,
    words: () => ({
      zh: '商机不在维持联系中，没有回访日期可改。',
      en: 'The deal is not parked, so there is no day to move.',
    }),
  },
  'parking.revisitNotAhead': {
    status: 422,
    words: ({ revisitOn }: { revisitOn: string }) => ({
      zh: `回访日期要在今天之后（${revisitOn} 不行），请另选一天。`,
      en: `The day to look again must be after today (not ${revisitOn}); choose another.`,
    }),
  },
  'grade.reasonRequired': {
    status: 422,
    words: ({ proposed }: { proposed: string }) => ({
      zh: `按成交时间和可能性应为 ${proposed} 级；要定成别的等级，请写一句理由。`,
      en: `By close day and likelihood it would be ${proposed}; say why it is another grade.`,
    }),
  },
  'deal.finished': {
    status: 409,
    words: () => ({ zh: '所有阶段都已走完。', en: 'Every stage is done.' }),
  },
  'stage.endless': {
    status: 409,
    words: () => ({
      zh: '这个阶段没有终点：按关卡的提醒一轮一轮做下去，不需要“完成”。',
      en: 'This stage is never over: go by what its gate asks for, round after round; there is nothing to finish.',
    }),
  },
  'stage.unknown': {
    status: 422,
    words: () => ({ zh: '方法论里没有这个阶段。', en: 'The playbook has no such stage.' }),
  },
  'stage.notEarlier': {
    status: 409,
    words: () => ({
      zh: '只能退回到更早的阶段；向前请逐关推进。',
      en: 'A deal moves back to an earlier stage only; forward it goes gate by gate.',
    }),
  },
  'retreat.reasonRequired': {
    status: 422,
    words: () => ({ zh: '退回阶段请写明理由。', en: 'Say why the deal moves back.' }),
  },
  'evidence.checkUnknown': {
    status: 422,
    words: () => ({
      zh: '这个商机的方法论里没有这个检查项或信号。',
      en: "The deal's playbook has no such check or signal.",
    }),
  },
  'evidence.retractsUnknown': {
    status: 422,
    words: () => ({ zh: '要更正的证据不在这个商机里。', en: 'The evidence to correct is not on this deal.' }),
  },
  'evidence.future': {
    status: 422,
    words: () => ({ zh: '观察日期不能晚于今天。', en: 'It cannot have been observed after today.' }),
  },
  'playbook.unknown': {
    status: 422,
    words: () => ({ zh: '没有这个方法论，请重新选择。', en: 'There is no such playbook; choose another.' }),
  },
  'account.unknown': {
    status: 422,
    words: () => ({
      zh: '客户不存在或您看不到，请重新选择。',
      en: 'The account does not exist or you may not see it.',
    }),
  },
  'product.unknown': {
    status: 422,
    words: () => ({ zh: '有产品不存在，请重新选择。', en: 'A product does not exist; choose again.' }),
  },
} satisfies RefusalKinds;
