import { buyingRoles } from '#method/scales.ts';
import { counted } from '#shared/messages.ts';
import { missingRoles, threadsOf, uncoveredFactions } from '#chain/chain-gaps.ts';
import { opponentRisks } from '#chain/opponent-risks.ts';
import type { ChainRisk } from '#chain/risk.ts';
import { type ChainMap, type PersonNode, finalSayOf, personsOf } from '#chain/chain-map.ts';
import { type CoachSign, coachScore } from '#chain/coach.ts';
import { listed, namesIn } from '#chain/item-words.ts';
import { pathsTo } from '#chain/path-finder.ts';
import type { Staleness } from '#chain/staleness.ts';

/**
 * The risks of a chain, the serious ones first. @param answered people against us for whom an answer is under way
 * @param signs of coaches; absent: not loaded, nothing is said of coaches
 * @param staleness of the map; absent: not known, nothing is said of it. Source: Domain §4.
 */
export function chainRisks(
  map: ChainMap,
  answered: ReadonlySet<string> = new Set(),
  signs?: readonly CoachSign[],
  staleness?: Staleness,
): ChainRisk[] {
  // A coach who turned is told with an answer of its own.
  const turned = signs ? turnedCoaches(map, signs) : [];
  const risks = [
    ...finalSayRisks(map),
    ...threadRisks(map),
    ...turned.map(turnedRisk),
    ...opponentRisks(map, new Set([...answered, ...turned.map(({ id }) => id)])),
    ...roleRisks(map),
    ...factionRisks(map),
    ...(signs ? coachRisks(map, signs) : []),
    ...staleRisks(staleness),
  ];
  return risks.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
}

function finalSayRisks(map: ChainMap): ChainRisk[] {
  const last = finalSayOf(map);
  if (last.length === 0) {
    return [
      {
        code: 'finalSayUnknown',
        severity: 'serious',
        people: [],
        words: { zh: '谁最后拍板还不清楚', en: 'Who has the final say is not known' },
        act: {
          zh: '问教练：去年同样金额的采购，最后是谁签的字？',
          en: 'Ask a coach who signed the last purchase of this size',
        },
      },
    ];
  }
  return last
    .filter(({ contact }) => (contact ?? 0) === 0)
    .map((person) => {
      const first = pathsTo(map, person.id, 1)[0]?.hops[0];
      const { name } = person;
      return {
        code: 'finalSayUnreached',
        severity: 'serious',
        people: [person.id],
        words: { zh: `拍板者${name}还没有接触过`, en: `${name} has the final say and was never met` },
        act: first
          ? { zh: `从最有把握的一步做起：${first.ask.zh}`, en: `Begin with the surest step: ${first.ask.en}` }
          : { zh: `先查明谁能影响${name}，在图上补上连线`, en: `Find out who sways ${name} and draw the line` },
      };
    });
}

function threadRisks(map: ChainMap): ChainRisk[] {
  const people = personsOf(map);
  const threads = threadsOf(people);
  if (threads.length > 1 || people.length === 0) return [];
  const one = threads[0];
  return [
    {
      code: 'singleThread',
      severity: 'serious',
      people: threads.map(({ id }) => id),
      words: one
        ? { zh: `只靠${one.name}一条线，他一动项目就断`, en: `All hangs on ${one.name}; if they go, the deal goes` }
        : { zh: '还没有一位常来往的支持者', en: 'There is no supporter with frequent contact yet' },
      act: one
        ? { zh: `请${one.name}引荐另一个部门的人`, en: `Ask ${one.name} to introduce somebody of another department` }
        : { zh: '从最愿意谈的人开始，约定固定的见面', en: 'Begin with the most willing and agree on regular meetings' },
    },
  ];
}

function roleRisks(map: ChainMap): ChainRisk[] {
  const people = personsOf(map);
  const missing = missingRoles(people).filter((role) => role !== 'finalSay');
  if (missing.length === 0 || people.length === 0) return [];
  const roles = listed(missing.map((role) => buyingRoles[role]));
  return [
    {
      code: 'rolesMissing',
      severity: missing.includes('decider') || missing.includes('evaluator') ? 'serious' : 'warning',
      people: [],
      words: { zh: `还没找到：${roles.zh}`, en: `Not found yet: ${roles.en}` },
      act: {
        zh: '请教练按采购流程逐步说出每一步由谁负责',
        en: 'Let a coach name who acts at each step of the purchase',
      },
    },
  ];
}

function factionRisks(map: ChainMap): ChainRisk[] {
  return uncoveredFactions(map).map(({ name, members }) => ({
    code: 'factionUncovered',
    severity: 'warning',
    people: members.map(({ id }) => id),
    words: { zh: `“${name}”里没有我们的支持者`, en: `Nobody in "${name}" supports us` },
    act: {
      zh: `从${namesIn(members).zh}中选一位，先谈其部门自己的难处`,
      en: `Choose one of ${namesIn(members).en} and begin with the troubles of their own department`,
    },
  }));
}

function turnedCoaches(map: ChainMap, signs: readonly CoachSign[]): PersonNode[] {
  return personsOf(map).filter((person) => coachScore(person, signs).verdict === 'turned');
}

function turnedRisk({ id, name }: PersonNode): ChainRisk {
  return {
    code: 'coachTurned',
    severity: 'serious',
    people: [id],
    words: {
      zh: `${name}曾是教练，现在反对我们；我们的打法、谁支持我们，他都清楚`,
      en: `${name} was our coach and is against us now; they know our plan and who supports us`,
    },
    act: {
      zh: `当面问清${name}为何转向；他知道的，按对手也已知道来改打法；另找一位教练`,
      en: `Ask ${name} in person what changed; take all they know as known to rivals, change the plan, and find another coach`,
    },
  };
}

function coachRisks(map: ChainMap, signs: readonly CoachSign[]): ChainRisk[] {
  return personsOf(map).flatMap((person): ChainRisk[] => {
    const { verdict, score, signals } = coachScore(person, signs);
    if (verdict !== 'claimed') return [];
    const { name } = person;
    const test = signals.find((signal) => signal.test)?.test;
    return [
      {
        code: 'coachNotShown',
        severity: 'warning',
        people: [person.id],
        words: {
          zh: `${name}被当作教练，只见到 ${score} 项表现`,
          en: `${name} is called a coach; ${counted(score, 'signal')} seen`,
        },
        act: test
          ? { zh: `试一试${name}：${test.zh}`, en: `Test ${name}: ${test.en}` }
          : { zh: `换一个场合再观察${name}一次`, en: `Watch ${name} on another occasion` },
      },
    ];
  });
}

function staleRisks({ words, who }: Pick<Staleness, 'words' | 'who'> = { words: null, who: [] }): ChainRisk[] {
  if (!words) return [];
  return [
    {
      code: 'mapStale',
      severity: 'warning',
      people: who,
      words,
      act: {
        zh: '下次接触时逐一确认；没有变化的，点一下“核实无变化”',
        en: 'Check each at the next contact; whoever is as before takes one tap, “Seen, unchanged”',
      },
    },
  ];
}
