import { z } from 'zod';
import { Day } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import type { Text } from '#shared/messages.ts';
import type { Words } from '#method/scales.ts';
import type { PersonNode } from '#chain/chain-map.ts';

/** What a coach does that others do not, in the order in which it grows harder. Source: Domain §4 (002). */
export const coachSignals = {
  offHours: { zh: '下班时间也回复我们', en: 'replies off hours' },
  sparesTime: { zh: '肯为我们抽出时间', en: 'spares time for us' },
  buildsPlan: { zh: '和我们一起做方案、验证方案', en: 'builds and tests the plan with us' },
  tellsInside: { zh: '把不对别人说的情况告诉我们', en: 'tells us what others are not told' },
  sellsForUs: { zh: '我们不在场时替我们说话', en: 'sells for us in our absence' },
  tiesSuccess: { zh: '把自己的成绩和我们的成功绑在一起', en: 'ties their own success to ours' },
  takesResponsibility: { zh: '为结果承担责任', en: 'takes responsibility for the outcome' },
  saysInPublic: { zh: '公开表态支持我们', en: 'says so in public' },
} as const satisfies Words;
export type CoachSignal = keyof typeof coachSignals;
const signalIds = Object.keys(coachSignals) as [CoachSignal, ...CoachSignal[]];

/** What to do so that a signal can be seen or not; each within policy: time, openness and work, never a favour bought. */
export const coachTests: { readonly [S in CoachSignal]: Text } = {
  offHours: { zh: '晚上或周末发一条确有必要的消息，看他回不回', en: 'send one needful message off hours and see' },
  sparesTime: { zh: '约他半小时单独过一遍进展', en: 'ask for half an hour alone on where things stand' },
  buildsPlan: { zh: '把方案草稿给他，请他挑毛病、一起改', en: 'hand over the draft and ask to mend it together' },
  tellsInside: {
    zh: '问一个只有内部人才知道的流程问题，再向第二人核实',
    en: 'ask what only insiders know, then verify it',
  },
  sellsForUs: {
    zh: '内部会后，向另一位参会者打听他怎么说的',
    en: 'after an internal meeting, ask another what was said',
  },
  tiesSuccess: {
    zh: '问他：这个项目做成了，对他今年的工作意味着什么',
    en: "ask what success would mean for this year's work",
  },
  takesResponsibility: { zh: '请他牵头一项有交付日期的内部事项', en: 'ask to own an internal item with a due day' },
  saysInPublic: { zh: '请他在评审会或交流会上介绍我们的方案', en: 'ask to present our solution at a review' },
};

/** One signal that was seen: on which day, at which occasion, by what evidence. */
export const CoachSign = z.strictObject({
  personId: Id,
  signal: z.enum(signalIds),
  on: Day,
  occasion: z
    .string()
    .max(200)
    .nullish()
    .meta({ description: 'Visit, call, meeting; absent: the day is the occasion' }),
  evidenceId: Id,
  beforeTurn: z.literal(true).optional().meta({ description: 'The person turned against us since; it proves no more' }),
});
export type CoachSign = z.infer<typeof CoachSign>;

/** Shown: that many signals over that many occasions. Source: Domain §4; a company may set others. */
export const coachBar = { signals: 4, occasions: 2 } as const;

export type CoachScore = {
  /** 0–8, different signals seen; since the person turned against us, if they did */
  readonly score: number;
  readonly occasions: number;
  readonly shown: boolean;
  /**
   * 'turned': had shown it and is against us now; 'claimed': called a coach, not shown; 'growing': some signals, nobody
   * calls the person a coach yet
   */
  readonly verdict: 'shown' | 'turned' | 'claimed' | 'growing' | 'none';
  /** every signal in order with the evidence that counts for it; none: what could be tried */
  readonly signals: readonly {
    readonly signal: CoachSignal;
    readonly evidence: readonly string[];
    readonly test?: Text;
  }[];
};

/**
 * The coach test of one person. Nobody is a coach while against us, and what was seen before they turned proves no more.
 * @param signs of any people, marked by turn (coach-turn.ts); those of others are passed over
 */
export function coachScore(
  person: Pick<PersonNode, 'id' | 'stance' | 'coachClaimed'>,
  signs: readonly CoachSign[],
  bar: { readonly signals: number; readonly occasions: number } = coachBar,
): CoachScore {
  const all = signs.filter(({ personId }) => personId === person.id);
  const own = all.filter(({ beforeTurn }) => !beforeTurn);
  const signals = signalIds.map((signal) => {
    const evidence = [...new Set(own.filter((sign) => sign.signal === signal).map(({ evidenceId }) => evidenceId))];
    return { signal, evidence, ...(evidence.length === 0 && { test: coachTests[signal] }) };
  });
  const { score, occasions } = counted(own);
  const reaches = (seen: ReturnType<typeof counted>) => seen.score >= bar.signals && seen.occasions >= bar.occasions;
  const against = (person.stance ?? 0) < 0;
  const shown = !against && reaches({ score, occasions });
  const turned = against && reaches(counted(all));
  const claimed = person.coachClaimed === true || person.stance === 2;
  const verdict = shown ? 'shown' : turned ? 'turned' : claimed ? 'claimed' : score > 0 ? 'growing' : 'none';
  return { score, occasions, shown, verdict, signals };
}

function counted(signs: readonly CoachSign[]): { score: number; occasions: number } {
  return {
    score: new Set(signs.map(({ signal }) => signal)).size,
    occasions: new Set(signs.map(({ on, occasion }) => occasion ?? on)).size,
  };
}

export const insiderGrades = {
  low: { zh: '低层内线', en: 'low-level insider' },
  mid: { zh: '中层内线', en: 'mid-level insider' },
  high: { zh: '高层内线', en: 'high-level insider' },
} as const satisfies Words;
export type InsiderGrade = keyof typeof insiderGrades;
const gradeByLevel = { operating: 'low', managing: 'mid', deciding: 'high' } as const;

/** The step of the ladder a coach stands on, by level; undefined while the level is unknown. Source: Domain §4 (000). */
export function insiderGrade({ level }: Pick<PersonNode, 'level'>): InsiderGrade | undefined {
  return level ? gradeByLevel[level] : undefined;
}

/** The next step of the ladder: which insider to win with the help of those we have. Undefined: all are there. */
export function nextInsider(grades: readonly InsiderGrade[]): InsiderGrade | undefined {
  return (['low', 'mid', 'high'] as const).find((grade) => !grades.includes(grade));
}
