import { sql } from 'kysely';
import type { FactSource } from '#method/fact-source.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { updateRows } from '#platform/database/many-rows.server.ts';
import { withMergedPerson } from '#deals/merged-stakeholders.ts';

type Row = { id: string; name: string; version: number; account_id: string | null; facts: FactSource };

/** Wherever a deal names the one contact it names the other, also where the actor does not see it: nothing is lost. */
export async function replaceStakeholder(
  { tx, actor, now, record }: Pick<CommandContext, 'tx' | 'actor' | 'now' | 'record'>,
  from: string,
  to: { id: string; name: string },
): Promise<void> {
  const { rows } = await sql<Row>`
    select id, name, version, account_id, facts from deals where tenant_id = ${actor.tenantId}::uuid
      and facts -> 'lists' -> 'stakeholders' @> ${JSON.stringify([{ id: from }])}::jsonb for update`.execute(tx);
  const changed = rows.map((row) => {
    const { lists } = row.facts;
    const stakeholders = withMergedPerson(lists.stakeholders ?? [], from, to);
    return { ...row, after: { ...row.facts, lists: { ...lists, stakeholders } } };
  });
  const columns = changed.map(({ id, version, after }) => ({ id, version, facts: after, updated_at: now }));
  await updateRows(tx, 'deals', actor.tenantId, columns);
  await record.all(
    changed.map(({ id, name, version, account_id, facts, after }) => ({
      type: 'deal.factsRecorded',
      subject: { kind: 'deal', id },
      accountId: account_id,
      data: { name, version: version + 1, before: { facts }, after: { facts: after } },
    })),
  );
}
