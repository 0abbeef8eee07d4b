import { dayNumber } from '#method/day-number.ts';
import { choice, number, scale } from '#method/fact-type.ts';
import {
  type CloseMove,
  type Ground,
  type LintFact,
  type LintSubject,
  lintFact,
  same,
} from '#method/lint/lint-subject.ts';
import { paceOf } from '#method/pace.ts';
import { periods } from '#method/scales.ts';
import type { Day } from '#shared/day.ts';

/** Facts about a deal's course in time: where it stands, what comes next, how often it slipped. Days are whole days. */
export const courseFacts = {
  'deal.ageDays': lintFact({ zh: '商机已跟进天数', en: 'days since the deal began' }, number, ({ startedOn, ...at }) =>
    since(startedOn, at),
  ),
  'stage.number': lintFact(
    { zh: '当前是第几个阶段', en: 'number of the stage' },
    number,
    ({ compiled, stageId }) => (compiled.stageById.get(stageId)?.index ?? 0) + 1,
  ),
  'stage.days': lintFact({ zh: '在当前阶段停留天数', en: 'days in the stage' }, number, ({ stageSince, ...at }) =>
    since(stageSince, at),
  ),
  /** open tasks that have a day */
  'steps.dated': lintFact(
    { zh: '有日期的下一步数', en: 'next steps with a day' },
    number,
    (subject) => dated(subject).length,
  ),
  /** 0 while one lies ahead; absent when none has a day */
  'steps.overdueDays': lintFact(
    { zh: '下一步全部过期的天数', en: 'days since the last dated step was due' },
    number,
    (subject) => {
      const last = Math.max(...dated(subject).map(({ dueOn }) => dayNumber(dueOn!)));
      return Number.isFinite(last) ? Math.max(0, dayNumber(subject.situation.today) - last) : undefined;
    },
    (subject) =>
      dated(subject).map(({ id, title, dueOn }) => ground('task', id, `${title}（${dueOn}）`, `${title} (${dueOn})`)),
  ),
  'deal.closeSlips': lintFact(
    { zh: '预计签约日推后次数', en: 'times the close day slipped' },
    number,
    ({ closeMoves }) => slipsIn(closeMoves).length,
    ({ closeMoves }) =>
      slipsIn(closeMoves).map(({ on, from, to }) =>
        ground('change', on, `${on}：${from} → ${to}`, `${on}: ${from} → ${to}`),
      ),
  ),
  /** negative: it has passed; absent when no day is set */
  'deal.closeInDays': lintFact(
    { zh: '距预计签约日天数', en: 'days to the expected close' },
    number,
    ({ closeOn, situation }) => (closeOn === null ? undefined : dayNumber(closeOn) - dayNumber(situation.today)),
  ),
  /** by so many days we mean to sign before the customer means to decide; 0 or less: after */
  'deal.signsBeforeDecisionDays': lintFact(
    { zh: '预计签约日早于客户决策日的天数', en: 'days we mean to sign before the customer decides' },
    number,
    ({ closeOn, situation }) => {
      const decideOn = situation.facts.values['purchase.decideOn'];
      return closeOn === null || decideOn === undefined ? undefined : dayNumber(decideOn) - dayNumber(closeOn);
    },
  ),
  /** of the gate that has stood open longest; absent when none was opened by a manager */
  'override.openDays': lintFact(
    { zh: '放行后未补齐的天数', en: 'days an override has not healed' },
    number,
    ({ overrides, ...at }) =>
      overrides.length === 0 ? undefined : Math.max(...overrides.map(({ on }) => since(on, at))),
    ({ overrides, compiled }) =>
      overrides.flatMap(({ covered }) => covered.flatMap((key) => checkGround(compiled, key))),
  ),
  /** the period in which we came in, by the buyer's step recorded for it */
  'entry.period': lintFact(
    { zh: '我方介入的时期', en: 'period in which we entered' },
    choice(periods),
    ({ compiled, situation }) => {
      const at = compiled.buyerIndex.get(situation.facts.values['deal.enteredAt'] ?? '');
      return at === undefined ? undefined : compiled.playbook.buyerStages[at]!.period;
    },
  ),
  'pace.position': lintFact(
    { zh: '我方与客户步调', en: 'our pace beside the buyer' },
    scale({
      behind: { zh: '落后于客户', en: 'behind the buyer' },
      together: { zh: '同步', en: 'together' },
      ahead: { zh: '跑在客户前面', en: 'ahead of the buyer' },
    }),
    ({ compiled, stageId, situation }) => {
      const stage = compiled.stageById.get(stageId);
      const position = stage && paceOf(compiled, stage, situation.facts).position;
      return position === 'unknown' ? undefined : position;
    },
  ),
} as const satisfies { readonly [id: string]: LintFact };

/** What a day's changes come to counts, so that a slip of the finger taken back is none. A slip is a later day than before. */
export function slipsIn(moves: readonly CloseMove[]): CloseMove[] {
  const days = new Map<Day, CloseMove>();
  for (const move of moves) days.set(move.on, { ...move, from: (days.get(move.on) ?? move).from });
  return [...days.values()].filter(({ from, to }) => from !== null && to !== null && to > from);
}

function dated({ steps }: LintSubject) {
  return steps.filter(({ dueOn, doneOn }) => doneOn === null && dueOn !== null);
}

function since(day: Day, { situation }: Pick<LintSubject, 'situation'>): number {
  return Math.max(0, dayNumber(situation.today) - dayNumber(day));
}

function ground(kind: Ground['kind'], id: string, zh: string, en: string): Ground {
  return { kind, id, words: { zh, en } };
}

/** @param key as in `Miss.key` */
function checkGround(compiled: LintSubject['compiled'], key: string): Ground[] {
  const check = key.startsWith('check:') ? compiled.checkById.get(key.slice(6))?.check : undefined;
  return check ? [{ kind: 'check', id: check.id, words: check.text ?? same(check.id) }] : [];
}
