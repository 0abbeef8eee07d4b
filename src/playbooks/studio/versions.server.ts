import { refuse } from '#shared/refusal.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { decide, found } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { builtInPlaybooks } from '#playbooks/playbook-store.server.ts';
import { fateOf, type KeptVersion } from '#playbooks/shipped.ts';
import { broughtUp, decidePublish } from '#playbooks/studio/publishing.ts';
import {
  dismissalOf,
  holdLatest,
  insertVersion,
  keepDismissal,
  sourceOf,
  versionsOf,
} from '#playbooks/studio/published-store.server.ts';
import { versionsContract } from '#playbooks/studio/versions.contract.ts';

/** The shipped version that the company, having written its own, has not taken in. */
async function offeredTo(id: string, versions: readonly KeptVersion[]): Promise<number | null> {
  const shipped = (await builtInPlaybooks()).find(({ playbook }) => playbook.id === id)?.playbook.version;
  return shipped !== undefined && fateOf(shipped, versions) === 'offered' ? shipped : null;
}

export const versionHandlers = serve(versionsContract, {
  versions: async ({ actor, db }, { id }) => {
    const versions = await versionsOf(db, actor.tenantId, id, visibleTo(actor, 'd'));
    found(versions[0]);
    const offered = await offeredTo(id, versions);
    const dismissed = offered === null ? null : await dismissalOf(db, actor.tenantId, id, offered);
    return { versions, offered, dismissed };
  },

  source: async ({ actor, db }, { id, version }) => {
    const { source } = found(await sourceOf(db, actor.tenantId, id, version));
    return { source };
  },

  shipped: async (_context, { id }) => {
    const { playbook, source } = found((await builtInPlaybooks()).find((shipped) => shipped.playbook.id === id));
    return { version: playbook.version, source };
  },

  answerOffer: async ({ actor, tx, record, now }, { id, version, dismissed }) => {
    const latest = found(await holdLatest(tx, actor.tenantId, id));
    const offered = await offeredTo(id, await versionsOf(tx, actor.tenantId, id, visibleTo(actor, 'd')));
    if (offered !== version) return refuse('playbook.notOffered', { version });
    await keepDismissal(tx, actor, now, { playbookId: id, shipped: version, dismissed });
    await record({
      type: dismissed ? 'playbook.offerDismissed' : 'playbook.offerReconsidered',
      subject: { kind: 'playbook', id: newId() },
      data: { name: latest.name, playbookId: id, version },
    });
    return { dismissed };
  },

  restore: async ({ actor, tx, record, now }, { id, version, note, replaces }) => {
    const latest = await holdLatest(tx, actor.tenantId, id);
    const old = found(await sourceOf(tx, actor.tenantId, id, version));
    const next = decide(decidePublish({ playbookId: id, source: broughtUp(old.source), latest, replaces }));
    await insertVersion(tx, actor, now, { ...next, note, shippedVersion: old.shippedVersion, restores: version });
    await record({
      type: 'playbook.restored',
      subject: { kind: 'playbook', id: newId() },
      data: {
        name: next.playbook.name.zh,
        playbookId: id,
        reason: note,
        before: { version: replaces },
        after: { version: next.version, restores: version },
      },
    });
    return { playbookId: id, version: next.version };
  },
});
