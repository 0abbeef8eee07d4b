import { openDatabase } from '#platform/database/database.server.ts';
import { playbookText } from '#method/playbook-text.ts';
import { builtInPlaybooks } from '#playbooks/playbook-store.server.ts';

/**
 * While the server is stopped: publishes a playbook of the company's own, 'regional' 区域打法, in two versions. The second asks
 * for a visited reference before trust counts as built, and no longer whether we can win.
 */
const [, , folder] = process.argv;
const database = await openDatabase({ folder });
const shipped = await builtInPlaybooks();
const { playbook } = shipped.find(({ playbook: { id } }) => id === 'six-step')!;
const first = { ...playbook, id: 'regional', version: 1, name: { zh: '区域打法', en: 'Regional way' } };
const { rule: _rule, ...asked } = first.stages[0]!.checks[0]!;
const reference = { ...asked, id: 'reference-visited', text: { zh: '客户看过样板', en: 'A reference was visited' } };
const second = {
  ...first,
  version: 2,
  parking: { ...first.parking!, criteria: first.parking!.criteria.filter((id) => id !== 'can-win') },
  stages: first.stages.map((stage) => {
    const checks = stage.checks.filter(({ id }) => id !== 'can-win');
    return stage.id === 'trust' ? { ...stage, checks: [...checks, reference] } : { ...stage, checks };
  }),
};
const { rows } = await database.pool.query<{ id: string }>('select id from tenants');
for (const { id: tenantId } of rows) {
  await database.write(tenantId, (tx) =>
    tx
      .insertInto('playbooks')
      .values(
        [first, second].map((book) => ({
          tenant_id: tenantId,
          id: book.id,
          version: book.version,
          name_zh: book.name.zh,
          name_en: book.name.en,
          source: playbookText(book),
          published_at: new Date().toISOString(),
        })),
      )
      .execute(),
  );
}
await database.close();
