import { stringify } from 'yaml';
import { isRefusal, refuse } from '#shared/refusal.ts';
import type { Playbook } from '#method/playbook.ts';
import { type PlaybookRefusal, readPlaybook } from '#method/playbook-problems.ts';
import { openYaml } from '#method/yaml-text.ts';

/** A playbook from YAML text, or everything that is wrong with it at once, with line numbers. */
export function parsePlaybook(text: string): Playbook | PlaybookRefusal {
  const { raw, problems, lineOf } = openYaml(text);
  if (problems.length > 0) return refuse('playbook.invalid', { problems });
  const result = readPlaybook(raw);
  if (!isRefusal(result)) return result;
  return refuse('playbook.invalid', {
    problems: result.data.problems.map((problem) => ({ ...problem, line: lineOf(problem.path) })),
  });
}

/**
 * A version that was published before every method had its page keeps its text; its description stands in for the page.
 * Published versions never change, so what deals are pinned to has to stay readable.
 */
export function parseKeptPlaybook(text: string): Playbook | PlaybookRefusal {
  const result = parsePlaybook(text);
  if (!isRefusal(result) || !result.data.problems.every(({ at }) => at === 'overview')) return result;
  const raw = openYaml(text).raw as { description: unknown; overview?: unknown };
  return raw.overview === undefined ? readPlaybook({ ...raw, overview: raw.description }) : result;
}

/** YAML text that `parsePlaybook` reads back into an equal playbook. */
export function playbookText(playbook: Playbook): string {
  return stringify(playbook, { lineWidth: 120, aliasDuplicateObjects: false });
}
