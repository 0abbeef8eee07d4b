import type { Text } from '#shared/messages.ts';
import { type EdgeKind, type NodeKind, edgeKinds, mutualKinds } from '#chain/chain-scales.ts';
import type { ChainEdge, ChainMap, ChainNode } from '#chain/chain-map.ts';
import { circlesOf } from '#chain/reporting-circles.ts';

export type MapProblemCode =
  | 'sameId'
  | 'endMissing'
  | 'selfEdge'
  | 'wrongEnds'
  | 'sameEdge'
  | 'twoBosses'
  | 'reportingCycle'
  | 'factionMissing'
  | 'sameFactionName';

/** What is wrong with a map. `items`: ids of the nodes, edges and factions that it is about. */
export type MapProblem = { readonly code: MapProblemCode; readonly items: readonly string[]; readonly words: Text };

const inside: readonly NodeKind[] = ['person', 'vacant'];
const anybody: readonly NodeKind[] = ['person', 'vacant', 'channel', 'ours'];
const people: readonly NodeKind[] = ['person', 'channel', 'ours'];

/** Which kinds of node a line may begin and end at. Reporting lines stay on one side. */
const edgeEnds: { readonly [K in EdgeKind]: readonly (readonly [readonly NodeKind[], readonly NodeKind[]])[] } = {
  reportsTo: [
    [inside, inside],
    [['ours'], ['ours']],
  ],
  influences: [[anybody, inside]],
  introducedBy: [[['person', 'channel'], people]],
  ally: [
    [
      ['person', 'vacant', 'channel'],
      ['person', 'vacant', 'channel'],
    ],
  ],
  rival: [
    [
      ['person', 'vacant', 'channel'],
      ['person', 'vacant', 'channel'],
    ],
  ],
  knows: [[people, people]],
};

/**
 * Everything that is wrong with a map at once; none: it can be kept. Whether values are of the right shape is the
 * schema's to say. Source: Domain §4.
 */
export function mapProblems(map: ChainMap): MapProblem[] {
  const nodes = new Map(map.nodes.map((node) => [node.id, node]));
  const called = (id: string) => nodes.get(id)?.name ?? id;
  return [
    ...sameIds(map),
    ...map.edges.flatMap((edge) => edgeProblems(edge, nodes)),
    ...sameEdges(map.edges, called),
    ...reportingProblems(map.edges, called),
    ...factionProblems(map),
  ];
}

function problem(code: MapProblemCode, items: readonly string[], zh: string, en: string): MapProblem {
  return { code, items, words: { zh, en } };
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): T[][] {
  return [...Map.groupBy(rows, key).values()].filter((group) => group.length > 1);
}

function sameIds({ nodes, edges, factions }: ChainMap): MapProblem[] {
  const ids = [...nodes, ...edges, ...factions].map(({ id }) => id);
  return grouped(ids, (id) => id).map(([id]) =>
    problem('sameId', [id!], '同一对象在图上出现了两次', 'The same item stands on the map twice'),
  );
}

function edgeProblems(edge: ChainEdge, nodes: ReadonlyMap<string, ChainNode>): MapProblem[] {
  const { id, kind } = edge;
  const { zh, en } = edgeKinds[kind];
  const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
  if (!from || !to) {
    return [problem('endMissing', [id], `“${zh}”连线的一端不在图上`, `One end of a line "${en}" is not on the map`)];
  }
  if (edge.from === edge.to) {
    return [
      problem('selfEdge', [id, from.id], `${from.name}不能连到自己`, `${from.name} cannot be tied to themselves`),
    ];
  }
  if (edgeEnds[kind].some(([froms, tos]) => froms.includes(from.kind) && tos.includes(to.kind))) return [];
  return [
    problem(
      'wrongEnds',
      [id, from.id, to.id],
      `${from.name}与${to.name}之间不能用“${zh}”连线`,
      `A line "${en}" cannot lead from ${from.name} to ${to.name}`,
    ),
  ];
}

function ends({ kind, from, to }: ChainEdge): string {
  return [kind, ...(mutualKinds.has(kind) && to < from ? [to, from] : [from, to])].join(' ');
}

function sameEdges(edges: readonly ChainEdge[], called: (id: string) => string): MapProblem[] {
  return grouped(edges, ends).map((same) => {
    const { kind, from, to } = same[0]!;
    const words = edgeKinds[kind];
    return problem(
      'sameEdge',
      same.map(({ id }) => id),
      `${called(from)}与${called(to)}之间的“${words.zh}”连线重复`,
      `The line "${words.en}" between ${called(from)} and ${called(to)} is drawn twice`,
    );
  });
}

function reportingProblems(edges: readonly ChainEdge[], called: (id: string) => string): MapProblem[] {
  const reports = edges.filter(({ kind, from, to }) => kind === 'reportsTo' && from !== to);
  const bosses = new Map(
    [...Map.groupBy(reports, ({ from }) => from)].map(([from, lines]) => [
      from,
      [...new Set(lines.map(({ to }) => to))],
    ]),
  );
  const two = [...bosses]
    .filter(([, above]) => above.length > 1)
    .map(([from, above]) =>
      problem(
        'twoBosses',
        [from, ...above],
        `${called(from)}有${above.length}位直接上级：${above.map(called).join('、')}；只能有一位，其余请用“影响”连线`,
        `${called(from)} reports to ${above.map(called).join(' and ')}; only one may stay, use "influences" for the rest`,
      ),
    );
  const cycles = circlesOf(bosses).map((ring) =>
    problem(
      'reportingCycle',
      ring,
      `汇报关系绕成了一圈：${[...ring, ring[0]!].map(called).join(' → ')}`,
      `The reporting line runs in a circle: ${[...ring, ring[0]!].map(called).join(' → ')}`,
    ),
  );
  return [...two, ...cycles];
}

function factionProblems({ nodes, factions }: ChainMap): MapProblem[] {
  const known = new Set(factions.map(({ id }) => id));
  const missing = nodes.flatMap((node) =>
    node.kind === 'person' && node.faction && node.faction !== 'none' && !known.has(node.faction)
      ? [
          problem(
            'factionMissing',
            [node.id],
            `${node.name}所属的派系不在图上`,
            `The faction that ${node.name} stands with is not on the map`,
          ),
        ]
      : [],
  );
  const twice = grouped(factions, ({ name }) => name).map((same) =>
    problem(
      'sameFactionName',
      same.map(({ id }) => id),
      `有${same.length}个派系都叫“${same[0]!.name}”`,
      `${same.length} factions are called "${same[0]!.name}"`,
    ),
  );
  return [...missing, ...twice];
}
