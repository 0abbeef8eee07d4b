import { type Document, LineCounter, isNode, parseDocument, stringify } from 'yaml';
import { isRefusal, refuse } from '#shared/refusal.ts';
import { both } from '#method/method.messages.ts';
import type { Playbook } from '#method/playbook.ts';
import { type PlaybookProblem, type PlaybookRefusal, readPlaybook } from '#method/playbook-problems.ts';
import type { Path } from '#method/rule-problems.ts';

/** Longest playbook text that is read, in characters. */
export const playbookTextLimit = 1_000_000;

/** A playbook from YAML text, or everything that is wrong with it at once, with line numbers. */
export function parsePlaybook(text: string): Playbook | PlaybookRefusal {
  if (text.length > playbookTextLimit) return invalid([whole((m) => m.tooLarge(playbookTextLimit))]);
  const lineCounter = new LineCounter();
  const yaml = parseDocument(text, { lineCounter, prettyErrors: false });
  if (yaml.errors.length > 0) {
    return invalid(
      yaml.errors.map(({ message, pos }) => ({
        ...whole((m) => m.notYaml(message)),
        line: lineCounter.linePos(pos[0]).line,
      })),
    );
  }
  const raw = plain(yaml);
  if (raw instanceof Error) return invalid([whole((m) => m.notYaml(raw.message))]);
  const result = readPlaybook(raw);
  if (!isRefusal(result)) return result;
  const { problems } = result.data;
  return invalid(problems.map((problem) => ({ ...problem, line: lineOf(yaml, lineCounter, problem.path) })));
}

/**
 * A version that was published before every method had its page keeps its text; its description stands in for the page.
 * Published versions never change, so what deals are pinned to has to stay readable.
 */
export function parseKeptPlaybook(text: string): Playbook | PlaybookRefusal {
  const result = parsePlaybook(text);
  if (!isRefusal(result) || !result.data.problems.every(({ at }) => at === 'overview')) return result;
  const raw = plain(parseDocument(text)) as { description: unknown; overview?: unknown };
  return raw.overview === undefined ? readPlaybook({ ...raw, overview: raw.description }) : result;
}

/** YAML text that `parsePlaybook` reads back into an equal playbook. */
export function playbookText(playbook: Playbook): string {
  return stringify(playbook, { lineWidth: 120, aliasDuplicateObjects: false });
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

function whole(words: Parameters<typeof both>[0]): PlaybookProblem {
  return { path: [], at: '', words: both(words) };
}

function invalid(problems: readonly PlaybookProblem[]): PlaybookRefusal {
  return refuse('playbook.invalid', { problems });
}
