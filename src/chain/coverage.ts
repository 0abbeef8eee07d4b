import { personLevels } from '#method/scales.ts';
import type { Text } from '#shared/messages.ts';
import { type ChainMap, type OursNode, type PersonNode, personsOf, weightOf } from '#chain/chain-map.ts';
import { namesIn } from '#chain/item-words.ts';

const ranks = { operating: 1, managing: 2, deciding: 3 } as const;

export type CoveredPerson = {
  readonly personId: string;
  /** colleagues tied to the person */
  readonly ours: readonly string[];
  /** steps that the highest of them stands below the person, 0–2; null: a level is not known, or nobody is tied */
  readonly levelGap: number | null;
};
export type Coverage = {
  readonly people: readonly CoveredPerson[];
  /** 0–1 of the weight of those who count that some colleague is tied to */
  readonly covered: number;
  /** 0–1 of that weight that two colleagues or more are tied to: nobody's leaving cuts it */
  readonly doubled: number;
  /** 0–1 of the weight of those tied, of known level, who have an equal or higher one of ours */
  readonly parity: number | null;
  readonly holes: readonly { readonly personId: string; readonly words: Text; readonly act: Text }[];
};

/**
 * Who of us holds whom of them, and whether level meets level. Counted are key people and those with a buying role; while
 * nobody is marked, everybody. A colleague is tied by 'knows', by having been introduced or by an influence. Source: the
 * chain's issue, relationship coverage and level parity.
 */
export function coverageOf(map: ChainMap): Coverage {
  const all = personsOf(map);
  const marked = all.filter(({ key, roles }) => key || roles?.length);
  const people = marked.length > 0 ? marked : all;
  const ours = new Map(map.nodes.flatMap((node) => (node.kind === 'ours' ? [[node.id, node] as const] : [])));
  const tied = new Map<string, OursNode[]>(people.map(({ id }) => [id, []]));
  for (const { from, to } of map.edges) {
    const [mine, theirs] = ours.has(from) ? [from, to] : [to, from];
    const colleague = ours.get(mine);
    const held = tied.get(theirs);
    if (colleague && held && !held.includes(colleague)) held.push(colleague);
  }
  const rows = people.map((person) => ({ person, holders: tied.get(person.id)! }));
  const share = (some: typeof rows, of: typeof rows) => weigh(some) / weigh(of);
  const level = rows.filter(({ person, holders }) => gapOf(person, holders) !== null);
  const held = rows.filter(({ holders }) => holders.length > 0);
  return {
    people: rows.map(({ person, holders }) => ({
      personId: person.id,
      ours: holders.map(({ id }) => id),
      levelGap: gapOf(person, holders),
    })),
    covered: rows.length === 0 ? 0 : share(held, rows),
    doubled:
      rows.length === 0
        ? 0
        : share(
            held.filter(({ holders }) => holders.length > 1),
            rows,
          ),
    parity:
      level.length === 0
        ? null
        : share(
            level.filter(({ person, holders }) => gapOf(person, holders) === 0),
            level,
          ),
    holes: rows.flatMap(({ person, holders }) => holeOf(person, holders, [...ours.values()])),
  };
}

function weigh(rows: readonly { person: PersonNode }[]): number {
  return rows.reduce((sum, { person }) => sum + weightOf(person), 0);
}

function gapOf({ level }: PersonNode, holders: readonly OursNode[]): number | null {
  const known = holders.flatMap((colleague) => (colleague.level ? [ranks[colleague.level]] : []));
  return level && known.length > 0 ? Math.max(0, ranks[level] - Math.max(...known)) : null;
}

function holeOf(person: PersonNode, holders: readonly OursNode[], ours: readonly OursNode[]): Coverage['holes'] {
  const { id: personId, name } = person;
  if (holders.length === 0) {
    return [
      {
        personId,
        words: { zh: `我方无人联系${name}`, en: `Nobody of us holds ${name}` },
        act: {
          zh: `指定一位同事负责${name}，并约第一次见面`,
          en: `Name a colleague for ${name} and plan a first meeting`,
        },
      },
    ];
  }
  const gap = gapOf(person, holders);
  if (!gap || !person.level) return [];
  const level = personLevels[person.level];
  const equals = namesIn(ours.filter((one) => one.level && ranks[one.level] >= ranks[person.level!]));
  const none = !ours.some((one) => one.level && ranks[one.level] >= ranks[person.level!]);
  return [
    {
      personId,
      words: {
        zh: `${name}在${level.zh}，我方联系人低 ${gap} 级`,
        en: `${name} is at ${level.en}, our people stand ${gap} below`,
      },
      act: none
        ? {
            zh: `请我方一位${level.zh}的领导出面拜访${name}`,
            en: `Bring in one of ours at ${level.en} to visit ${name}`,
          }
        : { zh: `请${equals.zh}出面拜访${name}`, en: `Let one of ${equals.en} visit ${name}` },
    },
  ];
}
