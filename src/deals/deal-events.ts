import { dayWords, factChanges, fieldChanges, reasonWords } from '#deals/deal-changes.ts';
import { movingEventWords } from '#deals/moving/moving-events.ts';
import type { Names } from '#deals/deal-names.ts';
import { messages as methodMessages } from '#method/method.messages.ts';
import type { Strength } from '#method/evidence.ts';
import type { EventWords, ToldEvent } from '#platform/events/event-words.ts';
import type { Lang, Text } from '#shared/messages.ts';
import { shortAmount } from '#ui/amount.ts';

type Said = (event: ToldEvent, lang: Lang) => string | undefined;

const told = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
const list = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' · ') || undefined;
/** `more` follows the title: the name of the stage or check that it is about. */
const words =
  (text: Text, detail?: Said, more?: Said): EventWords[string] =>
  (event, lang) => ({ title: text[lang] + (more?.(event, lang) ?? ''), detail: detail?.(event, lang) || undefined });

const name: Said = ({ data }) => data.name;
const moveOf = ({ data }: ToldEvent) => (data['move'] ?? {}) as { to?: string; reason?: string };
const called = ({ data }: ToldEvent, key: string, lang: Lang) => {
  const known = (data['words'] as Names | undefined)?.[key]?.[lang];
  return known && (lang === 'zh' ? `“${known}”` : ` “${known}”`);
};
const toStage: Said = (event, lang) =>
  called(event, `stage:${moveOf(event).to}`, lang) ?? (lang === 'zh' ? '另一阶段' : ' another stage');
const why: Said = (event, lang) =>
  reasonWords(event.data.after?.['reason'], lang) ?? told(event.data['reason']) ?? told(moveOf(event).reason);
const closed: Said = (event, lang) => {
  const { after = {}, currency } = event.data;
  const gap = after['priceGap'];
  const winner = told(after['winner']);
  const revisit = told(after['revisitOn']);
  return list(
    why(event, lang),
    told(after['reasonNote']),
    winner && (lang === 'zh' ? `中标方 ${winner}` : `won by ${winner}`),
    typeof gap === 'number'
      ? (lang === 'zh' ? '价差 ' : 'price gap ') + shortAmount({ amount: gap, currency: told(currency) ?? 'CNY' }, lang)
      : undefined,
    revisit && (lang === 'zh' ? `${dayWords(revisit, lang)}回访` : `revisit on ${dayWords(revisit, lang)}`),
  );
};

type Evidence = {
  check?: string;
  statement?: string;
  strength?: Strength;
  direction?: string;
  source?: { name?: string };
};
const evidenceOf = ({ data }: ToldEvent) => (data['evidence'] ?? {}) as Evidence;
const evidence: EventWords[string] = (event, lang) => {
  const { check, statement, strength, direction, source } = evidenceOf(event);
  const refutes = direction === 'refutes';
  const title = lang === 'zh' ? (refutes ? '记下反证' : '记下证据') : refutes ? 'Evidence against' : 'Evidence for';
  return {
    title: title + (called(event, `check:${check}`, lang) ?? ''),
    detail: list(statement, strength && methodMessages[lang].strengths[strength], source?.name),
  };
};
const lines: Said = ({ data }, lang) => {
  const known = (data['lines'] ?? []) as { quantity: number; unitPrice: number }[];
  const amount = known.reduce((sum, { quantity, unitPrice }) => sum + Math.round(quantity * unitPrice), 0);
  const total = shortAmount({ amount, currency: told(data['currency']) ?? 'CNY' }, lang);
  return lang === 'zh' ? `${known.length} 项，合计 ${total}` : `${known.length} lines, ${total} in all`;
};
const from: Said = ({ data }, lang) => {
  const nobody = lang === 'zh' ? '无人负责' : 'nobody';
  return told(data['to']) && `${told(data['from']) ?? nobody} → ${told(data['to'])}`;
};

/** What happened to a deal: its story, readable without opening anything. */
export const dealEventWords: EventWords = {
  'deal.created': words({ zh: '新建了商机', en: 'Deal created' }, name),
  'deal.imported': words({ zh: '导入了商机', en: 'Deal imported' }, name),
  'deal.importUndone': words({ zh: '撤销了导入', en: 'Import taken back' }, name),
  'deal.changed': words({ zh: '修改了商机', en: 'Deal changed' }, ({ data }, lang) => fieldChanges(data, lang)),
  'deal.factsRecorded': words({ zh: '记录了项目情况', en: 'Project facts recorded' }, ({ data }, lang) =>
    factChanges(data, lang),
  ),
  'deal.linesChanged': words({ zh: '调整了产品明细', en: 'Product lines changed' }, lines),
  'deal.membersChanged': words({ zh: '调整了商机团队', en: 'Deal team changed' }, ({ data }, lang) => {
    const people = (key: string) => ((data[key] ?? []) as string[]).join(lang === 'zh' ? '、' : ', ') || undefined;
    const [joined, left] = [people('joined'), people('left')];
    return list(
      joined && (lang === 'zh' ? `加入：${joined}` : `joined: ${joined}`),
      left && (lang === 'zh' ? `退出：${left}` : `left: ${left}`),
    );
  }),
  'deal.reassigned': words({ zh: '变更了商机负责人', en: 'Deal owner changed' }, from),
  'deal.ownerChanged': words({ zh: '交接了商机', en: 'Deal handed over' }, name),
  'deal.memberReplaced': words({ zh: '交接了商机团队成员', en: 'Deal team member handed over' }, name),
  'deal.evidenceAdded': evidence,
  'deal.evidenceRetracted': words({ zh: '撤回了一条证据', en: 'Evidence retracted' }, why),
  'deal.advanced': words({ zh: '通过关卡，进入', en: 'Through the gate to' }, undefined, toStage),
  'deal.finished': words({ zh: '通过最后一关，全部完成', en: 'Through the last gate: all done' }),
  'deal.overridden': words({ zh: '主管放行，进入', en: 'By override to' }, why, toStage),
  'deal.overrideHealed': words({ zh: '补齐了放行时缺的检查项', en: 'What an override left open is now met' }),
  'deal.movedBack': words({ zh: '退回到', en: 'Moved back to' }, why, toStage),
  'deal.checkAccepted': words(
    { zh: '按较低标准接受', en: 'Accepted with less:' },
    ({ data }) => told(data['plan']),
    (event, lang) =>
      called(event, `check:${told(event.data['check'])}`, lang) ?? (lang === 'zh' ? '一个检查项' : ' a check'),
  ),
  'deal.parked': words({ zh: '转为维持联系', en: 'Parked' }, closed),
  'deal.parkedAgain': words({ zh: '再放一放，改了回访日期', en: 'Parked on' }, closed),
  'deal.graded': words(
    { zh: '定为', en: 'Graded' },
    ({ data }) => told(data['reason']),
    ({ data }, lang) => ` ${told(data['grade'])}${lang === 'zh' ? ' 级' : ''}`,
  ),
  'deal.won': words({ zh: '赢单', en: 'Won' }, closed),
  'deal.lost': words({ zh: '输单', en: 'Lost' }, closed),
  ...movingEventWords,
  'deal.reopened': words({ zh: '重新打开了商机', en: 'Reopened' }, why),
};
