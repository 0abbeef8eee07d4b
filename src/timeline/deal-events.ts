import { closeReasons, type CloseReason } from '#deals/deal-words.ts';
import type { EventWords, ToldEvent } from '#platform/events/event-words.ts';
import type { Lang, Text } from '#shared/messages.ts';

const told = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
const words = (text: Text, detail?: (event: ToldEvent, lang: Lang) => string | undefined) => {
  return (event: ToldEvent, lang: Lang) => ({ title: text[lang], detail: detail?.(event, lang) });
};
const reasonOf = ({ data }: ToldEvent, lang: Lang) => {
  const code = told(data.after?.['reason']);
  return code && code in closeReasons ? closeReasons[code as CloseReason][lang] : (told(data['reason']) ?? code);
};
const name = ({ data }: ToldEvent) => data.name;

/** What happened to a deal. */
export const dealEventWords: EventWords = {
  'deal.created': words({ zh: '新建了商机', en: 'Deal created' }, name),
  'deal.changed': words({ zh: '修改了商机', en: 'Deal changed' }, name),
  'deal.factsRecorded': words({ zh: '记录了项目情况', en: 'Project facts recorded' }, name),
  'deal.linesChanged': words({ zh: '调整了产品明细', en: 'Product lines changed' }, name),
  'deal.membersChanged': words({ zh: '调整了商机团队', en: 'Deal team changed' }, name),
  'deal.reassigned': words({ zh: '变更了商机负责人', en: 'Deal owner changed' }, name),
  'deal.ownerChanged': words({ zh: '交接了商机', en: 'Deal handed over' }, name),
  'deal.memberReplaced': words({ zh: '交接了商机团队成员', en: 'Deal team member handed over' }, name),
  'deal.evidenceAdded': words({ zh: '添加了证据', en: 'Evidence added' }, ({ data }) =>
    told((data['evidence'] as { statement?: unknown } | undefined)?.statement),
  ),
  'deal.evidenceRetracted': words({ zh: '撤回了一条证据', en: 'Evidence retracted' }, reasonOf),
  'deal.advanced': words({ zh: '通过关卡，推进到下一阶段', en: 'Advanced through the gate' }, name),
  'deal.overridden': words({ zh: '主管放行，推进到下一阶段', en: 'Advanced by override' }, reasonOf),
  'deal.overrideHealed': words({ zh: '补齐了放行时缺的检查项', en: 'What an override left open is now met' }, name),
  'deal.movedBack': words({ zh: '退回到较早阶段', en: 'Moved back' }, reasonOf),
  'deal.checkAccepted': words({ zh: '按较低标准接受了一个检查项', en: 'A check accepted with less' }, name),
  'deal.parked': words({ zh: '转为维持联系', en: 'Parked' }, reasonOf),
  'deal.won': words({ zh: '赢单', en: 'Won' }, reasonOf),
  'deal.lost': words({ zh: '输单', en: 'Lost' }, reasonOf),
  'deal.reopened': words({ zh: '重新打开了商机', en: 'Reopened' }, reasonOf),
};
