import { type Document, LineCounter, isNode, parseDocument } from 'yaml';
import { both } from '#method/method.messages.ts';
import type { Path } from '#method/rule-problems.ts';
import type { Problem } from '#method/shape-problems.ts';

/** Longest text that is read, in characters. */
export const textLimit = 1_000_000;

/** What a YAML text says as plain data, with the lines of its places; or why it cannot be read. */
export type YamlText =
  | {
      readonly raw: unknown;
      readonly lined: (problems: readonly Problem[]) => Problem[];
      readonly problems?: undefined;
    }
  | { readonly problems: readonly Problem[] };

export function readYaml(text: string): YamlText {
  if (text.length > textLimit) return { problems: [whole((m) => m.tooLarge(textLimit))] };
  const lineCounter = new LineCounter();
  const yaml = parseDocument(text, { lineCounter, prettyErrors: false });
  if (yaml.errors.length > 0) {
    const problems = yaml.errors.map(({ message, pos }) => ({
      ...whole((m) => m.notYaml(message)),
      line: lineCounter.linePos(pos[0]).line,
    }));
    return { problems };
  }
  const raw = plain(yaml);
  if (raw instanceof Error) return { problems: [whole((m) => m.notYaml(raw.message))] };
  return {
    raw,
    lined: (problems) => problems.map((problem) => ({ ...problem, line: lineOf(yaml, lineCounter, problem.path) })),
  };
}

/** yaml throws when aliases multiply beyond its limit. */
function plain(yaml: Document): unknown {
  try {
    return yaml.toJS() as unknown;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The line of the thing itself, or of the nearest thing around it that is in the text. */
function lineOf(yaml: Document, lineCounter: LineCounter, path: Path): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? yaml.contents : nodeAt(yaml, path.slice(0, length));
    if (isNode(node) && node.range) return lineCounter.linePos(node.range[0]).line;
  }
  return undefined;
}

function nodeAt(yaml: Document, path: Path): unknown {
  return yaml.hasIn(path) ? yaml.getIn(path, true) : undefined;
}

function whole(words: Parameters<typeof both>[0]): Problem {
  return { path: [], at: '', words: both(words) };
}
