import { isRefusal, refuse, type Refusal } from '#shared/refusal.ts';
import { parseKeptPlaybook, parsePlaybook } from '#method/playbook-text.ts';
import type { Playbook } from '#method/playbook.ts';
import { isRecord } from '#method/rule-problems.ts';
import { openYaml } from '#method/yaml-text.ts';
import { reviewText } from '#method/proofread/proofread.ts';
import { editText } from '#playbooks/studio/draft-text.ts';

/** What a publisher hands in; `replaces`: the newest version as she knows it, null for a method that is new. */
export type Publishing = {
  readonly playbookId: string;
  readonly source: string;
  readonly latest: { readonly version: number; readonly source: string } | null;
  readonly replaces: number | null;
};

/** The next version's text, or why it is not to be published. */
export function decidePublish({
  playbookId,
  source,
  latest,
  replaces,
}: Publishing): { version: number; source: string; playbook: Playbook } | Refusal {
  if ((latest?.version ?? null) !== replaces)
    return refuse('playbook.newerPublished', { version: latest?.version ?? null });
  const published = latest ? parseKeptPlaybook(latest.source) : undefined;
  const before = published && !isRefusal(published) ? published : undefined;
  const problems = reviewText(source, { id: playbookId, published: before }).filter(({ weight }) => weight === 'error');
  if (problems.length > 0) return refuse('playbook.invalid', { problems });
  const version = (latest?.version ?? 0) + 1;
  const text = editText(source, [{ op: 'set', path: ['version'], value: version }]);
  const playbook = parsePlaybook(text);
  if (isRefusal(playbook)) return playbook;
  if (before && JSON.stringify({ ...playbook, version: 0 }) === JSON.stringify({ ...before, version: 0 }))
    return refuse('playbook.unchanged', { version: before.version });
  return { version, source: text, playbook };
}

/** A text from before methods had their page, with its description for one: to be published again it needs one. */
export function broughtUp(source: string): string {
  const { raw } = openYaml(source);
  const kept = parseKeptPlaybook(source);
  if (isRefusal(kept) || !isRecord(raw) || raw.overview !== undefined) return source;
  return editText(source, [{ op: 'set', path: ['overview'], value: kept.overview }]);
}
