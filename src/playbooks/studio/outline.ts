import { items, type Placed } from '#method/playbook-references.ts';
import { idOf, strings } from '#method/proofread/doubt.ts';
import { isRecord, type Path } from '#method/rule-problems.ts';
import { blankCheck, blankStage, freshId } from '#playbooks/studio/blank.ts';
import type { Edit } from '#playbooks/studio/draft-text.ts';
import type { PartKind } from '#playbooks/studio/fields.ts';

/** A line of the outline. */
export type Node = { readonly kind: PartKind; readonly path: Path };

/** A change of the outline, and where one is afterwards. */
export type Turn = { readonly edits: readonly Edit[]; readonly to: Path };

export function rootOf(raw: unknown): Placed {
  return { value: isRecord(raw) ? raw : {}, path: [] };
}

export function outlineOf(raw: unknown): Node[] {
  const stages = items(rootOf(raw), 'stages');
  return [
    { kind: 'head', path: [] },
    { kind: 'buyerStages', path: ['buyerStages'] },
    ...stages.flatMap((stage): Node[] => [
      { kind: 'stages', path: stage.path },
      ...items(stage, 'checks').map(({ path }): Node => ({ kind: 'checks', path })),
    ]),
    { kind: 'funnel', path: ['funnel'] },
    { kind: 'parking', path: ['parking'] },
  ];
}

const idsAt = (placed: readonly Placed[]) => placed.flatMap((one) => idOf(one) ?? []);
const stagesOf = (raw: unknown) => items(rootOf(raw), 'stages');
const checksOf = (raw: unknown) => stagesOf(raw).flatMap((stage) => items(stage, 'checks'));

/** A stage beside the buyer's step that the one before it has, with a column of the funnel. */
export function addStage(raw: unknown, at: number): Turn {
  const stages = stagesOf(raw);
  const columns = items(rootOf(raw), 'funnel');
  const id = freshId('stage', [...idsAt(stages), ...idsAt(columns)]);
  const before = stages[at - 1];
  const buyers = idsAt(items(rootOf(raw), 'buyerStages'));
  const last = before ? strings(before.value.buyerStages).at(-1) : undefined;
  const next = last === undefined ? buyers[0] : (buyers[buyers.indexOf(last) + 1] ?? last);
  const stage = { ...blankStage(id, next), checks: [blankCheck(freshId('check', idsAt(checksOf(raw))))] };
  const beforeColumn = columns.findLastIndex(({ value }) => before !== undefined && value.stage === idOf(before));
  const column = { id, name: { zh: '', en: '' }, stage: id };
  return {
    edits: [
      { op: 'insert', path: ['stages'], at, value: stage },
      { op: 'insert', path: ['funnel'], at: beforeColumn === -1 ? columns.length : beforeColumn + 1, value: column },
    ],
    to: ['stages', at],
  };
}

export function addCheck(raw: unknown, stage: number, at: number): Turn {
  const value = blankCheck(freshId('check', idsAt(checksOf(raw))));
  const path = ['stages', stage, 'checks'];
  return { edits: [{ op: 'insert', path, at, value }], to: [...path, at] };
}

/** A stage's funnel column is called as the stage is, as long as nobody gave it a name of its own. */
export function renameStage(raw: unknown, path: Path, value: unknown): Edit[] {
  const [, at, , lang] = path;
  const stage = stagesOf(raw)[Number(at)];
  const old = stage && isRecord(stage.value.name) ? stage.value.name[String(lang)] : undefined;
  const column = items(rootOf(raw), 'funnel').find(
    (one) =>
      stage && one.value.stage === idOf(stage) && isRecord(one.value.name) && one.value.name[String(lang)] === old,
  );
  const own: Edit = { op: 'set', path, value };
  return column ? [own, { op: 'set', path: [...column.path, 'name', String(lang)], value }] : [own];
}

/** The part with what refers to it: a stage's columns, a check among those of letting it rest. */
export function removePart(raw: unknown, { kind, path }: Node): Turn {
  const root = rootOf(raw);
  const stage = stagesOf(raw)[Number(path[1])];
  const gone =
    kind === 'stages' && stage ? items(stage, 'checks') : checksOf(raw).filter((check) => same(check.path, path));
  const parking = isRecord(root.value.parking) ? strings(root.value.parking.criteria) : [];
  const criteria = parking.flatMap((id, at) => (idsAt(gone).includes(id) ? [at] : []));
  const edits: Edit[] = criteria.toReversed().map((at) => ({ op: 'remove', path: ['parking', 'criteria', at] }));
  if (kind === 'stages' && stage) {
    const columns = items(root, 'funnel').filter(({ value }) => value.stage === idOf(stage));
    edits.push(...columns.toReversed().map((column): Edit => ({ op: 'remove', path: column.path })));
    if (root.value.wonAfter === idOf(stage)) edits.push({ op: 'remove', path: ['wonAfter'] });
  }
  edits.push({ op: 'remove', path });
  return { edits, to: neighbour(raw, path) };
}

/** Where one is after a part is gone: at the one before it, or at what holds them. */
function neighbour(raw: unknown, path: Path): Path {
  const at = Number(path.at(-1));
  const list = path.slice(0, -1);
  if (at > 0) return [...list, at - 1];
  if (list.length === 3) return list.slice(0, 2);
  return stagesOf(raw).length > 1 ? ['stages', 0] : [];
}

/** One place up (−1) or down (1); a check at the edge of its stage goes over to the next. Undefined at the end. */
export function movePart(raw: unknown, { kind, path }: Node, by: -1 | 1): Turn | undefined {
  if (kind !== 'stages' && kind !== 'checks') return undefined;
  const from = Number(path.at(-1));
  const list = path.slice(0, -1);
  const stages = stagesOf(raw);
  const length = kind === 'stages' ? stages.length : items(stages[Number(path[1])]!, 'checks').length;
  const to = from + by;
  if (to >= 0 && to < length) return { edits: [{ op: 'move', path: list, from, to }], to: [...list, to] };
  const other = stages[Number(path[1]) + by];
  if (kind === 'stages' || !other) return undefined;
  const into = [...other.path, 'checks'];
  const end = by === 1 ? 0 : items(other, 'checks').length;
  return { edits: [{ op: 'move', path: list, from, to: end, into }], to: [...into, end] };
}

export function same(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, at) => step === b[at]);
}
