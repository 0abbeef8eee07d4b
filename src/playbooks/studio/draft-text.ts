import { type Document, isMap, isScalar, isSeq, type Node, visit, YAMLMap } from 'yaml';
import { openYaml } from '#method/yaml-text.ts';
import type { Path } from '#method/rule-problems.ts';

/** One change of a playbook's text, said by place. A list's `path` leads to the list itself. */
export type Edit =
  | { readonly op: 'set'; readonly path: Path; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: Path }
  | { readonly op: 'insert'; readonly path: Path; readonly at: number; readonly value: unknown }
  /** `into`: another list that it goes over to */
  | { readonly op: 'move'; readonly path: Path; readonly from: number; readonly to: number; readonly into?: Path };

/**
 * The text with the changes made in it: comments, order and the writing of everything else stay as they are. A text that
 * cannot be read as YAML comes back as it is.
 */
export function editText(text: string, edits: readonly Edit[]): string {
  const { yaml } = openYaml(text);
  if (!yaml) return text;
  if (!isMap(yaml.contents)) yaml.contents = new YAMLMap() as unknown as typeof yaml.contents;
  for (const edit of edits) apply(yaml, edit);
  return yaml.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Plain data as it is written into the text. */
function nodeOf(yaml: Document, value: unknown): Node {
  const node = yaml.createNode(value, { aliasDuplicateObjects: false });
  visit(node, {
    Collection: (_, inner) => {
      inner.flow = inner.items.length === 0 || isShort(inner);
    },
  });
  return node;
}

function apply(yaml: Document, edit: Edit): void {
  switch (edit.op) {
    case 'set': {
      if (edit.value === undefined) return remove(yaml, edit.path);
      const there = yaml.getIn(edit.path, true);
      if (isScalar(there) && (typeof edit.value !== 'object' || edit.value === null)) there.value = edit.value;
      else {
        makeWay(yaml, edit.path);
        yaml.setIn(edit.path, nodeOf(yaml, edit.value));
      }
      return;
    }
    case 'remove':
      return remove(yaml, edit.path);
    case 'insert': {
      const list = listAt(yaml, edit.path);
      // A list that grows by more than words stands on lines of its own.
      if (typeof edit.value === 'object') list.flow = false;
      list.items.splice(edit.at, 0, nodeOf(yaml, edit.value));
      return;
    }
    case 'move': {
      const list = listAt(yaml, edit.path);
      const [moved] = list.items.splice(edit.from, 1);
      const into = edit.into ? listAt(yaml, edit.into) : list;
      if (moved) into.items.splice(edit.to, 0, moved);
    }
  }
}

/** A word where a set of fields is wanted ('rule:' with nothing after it) gives way. */
function makeWay(yaml: Document, path: Path): void {
  for (let length = 1; length < path.length; length++) {
    const inner = path.slice(0, length);
    if (isScalar(yaml.getIn(inner, true))) yaml.deleteIn(inner);
  }
}

function remove(yaml: Document, path: Path): void {
  if (yaml.hasIn(path)) yaml.deleteIn(path);
}

function listAt(yaml: Document, path: Path) {
  const there = yaml.getIn(path, true);
  if (isSeq(there)) return there;
  yaml.setIn(path, yaml.createNode([]));
  const made = yaml.getIn(path, true);
  if (!isSeq(made)) throw new RangeError(`no list can stand at ${path.join('.')}`);
  return made;
}

/** Pairs of words, comparisons and the like are written on one line, as the shipped methods are. */
function isShort(node: Node): boolean {
  if (isSeq(node)) return node.items.every((item) => isScalar(item));
  if (!isMap(node) || node.items.length > 4) return false;
  return node.items.every(
    ({ value }) => isScalar(value) || (isMap(value) && value.items.every((inner) => isScalar(inner.value))),
  );
}
