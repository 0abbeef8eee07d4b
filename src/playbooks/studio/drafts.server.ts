import { openYaml } from '#method/yaml-text.ts';
import { nameOf } from '#method/proofread/doubt.ts';
import { isRecord } from '#method/rule-problems.ts';
import { refuse } from '#shared/refusal.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { decide, found } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { saved } from '#platform/database/saved.server.ts';
import { isNewSitting } from '#playbooks/studio/draft.ts';
import { decidePublish } from '#playbooks/studio/publishing.ts';
import { draftOfPlaybook, draftRows, oneDraft, removeDraft } from '#playbooks/studio/draft-rows.server.ts';
import { draftsContract } from '#playbooks/studio/drafts.contract.ts';
import { holdLatest, insertVersion, sourceOf } from '#playbooks/studio/published-store.server.ts';

export const draftHandlers = serve(draftsContract, {
  list: async ({ actor, db }) => (await draftRows(db, actor)).map(({ source: _source, ...draft }) => draft),

  show: async ({ actor, db }, { id }) => found(await oneDraft(db, actor, id)),

  create: async ({ actor, tx, record, now }, { playbookId, source, baseVersion, shippedVersion }) => {
    const latest = await holdLatest(tx, actor.tenantId, playbookId);
    if (baseVersion === null && latest) return refuse('playbook.idTaken', { id: playbookId });
    const base = baseVersion === null ? null : found(await sourceOf(tx, actor.tenantId, playbookId, baseVersion));
    const id = newId();
    const name = namesIn(source, playbookId);
    const made = await tx
      .insertInto('playbook_drafts')
      .values({
        tenant_id: actor.tenantId,
        id,
        playbook_id: playbookId,
        name_zh: name.zh,
        name_en: name.en,
        source,
        base_version: baseVersion,
        shipped_version: shippedVersion ?? base?.shippedVersion ?? null,
        created_by: actor.userId,
        created_at: now,
        updated_by: actor.userId,
        updated_at: now,
      })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'playbook_id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) {
      const other = found(await draftOfPlaybook(tx, actor, playbookId));
      return refuse('playbook.draftExists', { id: other.id, by: other.updatedByName });
    }
    await record({
      type: 'playbook.drafted',
      subject: { kind: 'playbook', id },
      data: { name: name.zh, playbookId, after: { baseVersion } },
    });
    return found(await oneDraft(tx, actor, id));
  },

  save: async ({ actor, tx, record, now }, { id, version, source }) => {
    const before = found(await oneDraft(tx, actor, id));
    const name = namesIn(source, before.playbookId);
    await saved(
      tx,
      'playbook_drafts',
      { tenantId: actor.tenantId, id, version },
      { source, name_zh: name.zh, name_en: name.en, updated_by: actor.userId, updated_at: now },
      ['version'],
    );
    // The text saves itself every few seconds; the log tells of each sitting at it.
    if (isNewSitting(before, now))
      await record({
        type: 'playbook.draftSaved',
        subject: { kind: 'playbook', id },
        data: { name: name.zh, playbookId: before.playbookId },
      });
    const { source: _source, ...after } = found(await oneDraft(tx, actor, id));
    return after;
  },

  discard: async ({ actor, tx, record }, { id }) => {
    const draft = found(await oneDraft(tx, actor, id));
    await removeDraft(tx, actor.tenantId, id);
    await record({
      type: 'playbook.draftDiscarded',
      subject: { kind: 'playbook', id },
      data: { name: draft.name.zh, playbookId: draft.playbookId },
    });
    return { id };
  },

  publish: async ({ actor, tx, record, now }, { id, version, note, replaces }) => {
    const draft = found(await oneDraft(tx, actor, id));
    const { playbookId, source, shippedVersion } = draft;
    if (draft.version !== version) return refuse('record.changed', { version });
    const latest = await holdLatest(tx, actor.tenantId, playbookId);
    const next = decide(decidePublish({ playbookId, source, latest, replaces }));
    await insertVersion(tx, actor, now, { ...next, note, shippedVersion });
    await removeDraft(tx, actor.tenantId, id);
    await record({
      type: 'playbook.published',
      subject: { kind: 'playbook', id },
      data: {
        name: next.playbook.name.zh,
        playbookId,
        reason: note,
        before: { version: replaces },
        after: { version: next.version },
      },
    });
    return { playbookId, version: next.version };
  },
});

/** What a text calls its method, as far as it can be read. */
function namesIn(source: string, playbookId: string) {
  const { raw } = openYaml(source);
  const name = nameOf({ value: isRecord(raw) ? raw : {}, path: [] });
  const of = (text: string) => (text === '…' ? playbookId : text.slice(0, 200));
  return { zh: of(name.zh), en: of(name.en) };
}
