import type { Text } from '#shared/messages.ts';
import { nameOf } from '#method/proofread/doubt.ts';
import { isRecord, type Path } from '#method/rule-problems.ts';
import { fieldsOf, partWords, type Field, type PartKind } from '#playbooks/studio/fields.ts';

/** What stands at a place of raw data; undefined when the way there is not. */
export function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as { [key: string | number]: unknown })[step] : undefined,
    raw,
  );
}

export function steps(at: string): Path {
  return at.split('.');
}

/** The part of the method that a place belongs to, as the outline shows parts, and what is left of the way inside it. */
export function partAt(path: Path): { kind: PartKind; path: Path; inside: Path } {
  const [first, , third] = path;
  if (first === 'stages' && typeof path[1] === 'number') {
    if (third === 'checks' && typeof path[3] === 'number')
      return { kind: 'checks', path: path.slice(0, 4), inside: path.slice(4) };
    return { kind: 'stages', path: path.slice(0, 2), inside: path.slice(2) };
  }
  if (first === 'buyerStages' || first === 'funnel') return { kind: first, path: [first], inside: path.slice(1) };
  if (first === 'parking') return { kind: 'parking', path: ['parking'], inside: path.slice(1) };
  return { kind: 'head', path: [], inside: path };
}

/** The field that a way inside a part leads to or through. */
export function fieldAt(kind: PartKind, inside: Path): Field | undefined {
  const way = inside.filter((step) => typeof step === 'string').join('.');
  return fieldsOf[kind].find(({ at }) => way === at || way.startsWith(`${at}.`) || at.startsWith(`${way}.`));
}

/** A part as people call it: its name, else what kind of part it is and which. */
export function partName(raw: unknown, { kind, path }: { kind: PartKind; path: Path }): Text {
  const value = valueAt(raw, path);
  const number = path.at(-1);
  if ((kind !== 'stages' && kind !== 'checks') || typeof number !== 'number') return partWords[kind];
  const name = nameOf({ value: isRecord(value) ? value : {}, path }, kind === 'checks' ? 'text' : 'name');
  const id = isRecord(value) && typeof value.id === 'string' ? value.id : '…';
  const nth = {
    zh: `${partWords[kind].zh} ${number + 1}`,
    en: `${kind === 'checks' ? 'Check' : 'Stage'} ${number + 1}`,
  };
  return {
    zh: name.zh === id || name.zh === '…' ? nth.zh : name.zh,
    en: name.en === id || name.en === '…' ? nth.en : name.en,
  };
}

/** Where something is, in business words: 'Develop › budget known › Decided by rule'. */
export function placeWords(raw: unknown, path: Path): Text {
  const part = partAt(path);
  const stage = part.kind === 'checks' ? [partName(raw, { kind: 'stages', path: path.slice(0, 2) })] : [];
  const item =
    (part.kind === 'buyerStages' || part.kind === 'funnel') && typeof path[1] === 'number'
      ? [nameOf({ value: recordAt(raw, path.slice(0, 2)), path })]
      : [];
  const field = part.inside.length > 0 ? fieldAt(part.kind, part.inside) : undefined;
  const words = [...stage, partName(raw, part), ...item, ...(field ? [field.label] : [])];
  return { zh: words.map(({ zh }) => zh).join(' › '), en: words.map(({ en }) => en).join(' › ') };
}

function recordAt(raw: unknown, path: Path): Record<string, unknown> {
  const value = valueAt(raw, path);
  return isRecord(value) ? value : {};
}
