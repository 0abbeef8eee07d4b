import { edited } from '#sample/sample-method.ts';
import { sure, type Known } from '#sample/known.ts';
import type { Cue } from '#sample/schedule.ts';
import type { Stage } from '#sample/stage.server.ts';

/** Begins a draft of a shipped method, and writes in it what the company wants otherwise. */
export async function playDraft(stage: Stage, known: Known, cue: Extract<Cue, { kind: 'draft' }>): Promise<void> {
  const { method, edits } = cue.method;
  const { playbookDrafts, playbookVersions } = stage.as(cue);
  const { version: baseVersion, source } = await playbookVersions.shipped({ id: method });
  const draft = await playbookDrafts.create({ playbookId: method, source, baseVersion });
  const { version } = await playbookDrafts.save({ ...draft, source: edited(source, edits) });
  known.drafts.set(method, { id: draft.id, version, replaces: baseVersion });
}

export async function playPublished(
  stage: Stage,
  known: Known,
  cue: Extract<Cue, { kind: 'published' }>,
): Promise<void> {
  await stage.as(cue).playbookDrafts.publish({ ...sure(known.drafts, cue.method), note: cue.note });
}
