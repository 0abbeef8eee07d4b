import { visibleTo } from '#platform/database/visible.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { decide, found } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { builtInPlaybooks } from '#playbooks/playbook-store.server.ts';
import { fateOf } from '#playbooks/shipped.ts';
import { broughtUp, decidePublish } from '#playbooks/studio/publishing.ts';
import { holdLatest, insertVersion, sourceOf, versionsOf } from '#playbooks/studio/published-store.server.ts';
import { versionsContract } from '#playbooks/studio/versions.contract.ts';

export const versionHandlers = serve(versionsContract, {
  versions: async ({ actor, db }, { id }) => {
    const versions = await versionsOf(db, actor.tenantId, id, visibleTo(actor, 'd'));
    found(versions[0]);
    const shipped = (await builtInPlaybooks()).find(({ playbook }) => playbook.id === id)?.playbook.version;
    const offered = shipped !== undefined && fateOf(shipped, versions) === 'offered' ? shipped : null;
    return { versions, offered };
  },

  source: async ({ actor, db }, { id, version }) => {
    const { source } = found(await sourceOf(db, actor.tenantId, id, version));
    return { source };
  },

  shipped: async (_context, { id }) => {
    const { playbook, source } = found((await builtInPlaybooks()).find((shipped) => shipped.playbook.id === id));
    return { version: playbook.version, source };
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
