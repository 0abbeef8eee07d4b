import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { EvidenceRecord } from '#method/evidence.ts';
import { compilePlaybook, type CompiledPlaybook } from '#method/compiled-playbook.ts';
import { defaultMapping, unknownChoices, withChoices } from '#method/playbook-mapping.ts';
import type { MappingChoices, PlaybookMapping } from '#method/playbook-mapping.ts';
import { refuse } from '#shared/refusal.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { Refused } from '#platform/http/refused.server.ts';
import { compiledPlaybook } from '#playbooks/playbook-store.server.ts';
import type { Deal } from '#deals/deal.ts';
import { evidenceRecordsOf } from '#deals/evidence.server.ts';
import type { Movable } from '#deals/moving/deal-move.ts';

export type MovingDeal = Movable &
  Pick<Deal, 'id' | 'version' | 'name' | 'accountId' | 'state' | 'class' | 'currency'> & {
    accountName: string | null;
    ownerName: string | null;
    productLines: number;
    records: EvidenceRecord[];
  };

/** Deals with all that a move looks at, as many statements for a thousand as for one. */
async function movingDeals(db: ReadTx, actor: Actor, which: RawBuilder<unknown>): Promise<MovingDeal[]> {
  const { rows } = await sql<Omit<MovingDeal, 'records'>>`
    select d.id, d.version, d.name, d.account_id as "accountId", d.state, d.class, d.amount, d.currency, d.grade, d.origin,
      d.facts,
      d.acceptances, d.overrides, d.playbook_id as "playbookId", d.playbook_version as "playbookVersion",
      d.former_methods as "formerMethods", d.stage_id as "stageId", d.stage_since as "stageSince",
      a.name as "accountName", u.name as "ownerName",
      (select count(distinct p.line) from deal_lines l
       join products p on p.tenant_id = l.tenant_id and p.id = l.product_id
       where l.tenant_id = d.tenant_id and l.deal_id = d.id)::int as "productLines"
    from deals d
    left join accounts a on a.tenant_id = d.tenant_id and a.id = d.account_id
    left join users u on u.tenant_id = d.tenant_id and u.id = d.owner_id
    where d.tenant_id = ${actor.tenantId} and ${visibleTo(actor, 'd')} and ${which}`.execute(db);
  const ids = rows.map(({ id }) => id);
  const evidence = ids.length > 0 ? await evidenceRecordsOf(db, actor.tenantId, ids) : new Map<string, never>();
  return rows.map((row) => ({ ...row, records: evidence.get(row.id) ?? [] }));
}

/** Chosen deals, held until the transaction ends; in the order of their ids, so that two who move the same meet orderly. */
export function heldDeals(tx: ReadTx, actor: Actor, ids: readonly string[]): Promise<MovingDeal[]> {
  return movingDeals(tx, actor, sql`d.id = any(${[...ids]}::uuid[]) order by d.id for no key update of d`);
}

const BATCH = 1_000;

/** Open deals of a playbook, a batch at a time. @param versions only those that stand in one of these */
export async function* openDealsOf(
  db: ReadTx,
  actor: Actor,
  playbookId: string,
  versions: readonly number[] | null,
): AsyncGenerator<MovingDeal[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const batch = await movingDeals(
      db,
      actor,
      sql`d.playbook_id = ${playbookId} and d.state = 'open' and d.id > ${after}::uuid
        and (${versions}::int[] is null or d.playbook_version = any(${versions}::int[]))
        order by d.id limit ${BATCH}`,
    );
    yield batch;
    if (batch.length < BATCH) return;
    after = batch.at(-1)!.id;
  }
}

/** A way from the method that a deal stands in to another. */
export type Way = { before: CompiledPlaybook; after: CompiledPlaybook; mapping: PlaybookMapping };

/** The ways to one method from those of many deals, each made once, with a person's choices where they fit. */
export function waysTo(db: ReadTx, tenantId: string, after: CompiledPlaybook, choices: MappingChoices = {}) {
  const ways = new Map<string, Promise<Way>>();
  const make = async (playbookId: string, version: number): Promise<Way> => {
    const before = await compiledPlaybook(db, tenantId, playbookId, version);
    const unknown = new Set(unknownChoices(choices, before.playbook, after.playbook));
    const mapping = withChoices(defaultMapping(before.playbook, after.playbook), without(choices, unknown));
    return { before, after, mapping };
  };
  return {
    from({ playbookId, playbookVersion }: Pick<Deal, 'playbookId' | 'playbookVersion'>): Promise<Way> {
      const key = `${playbookId}/${playbookVersion}`;
      const way = ways.get(key) ?? make(playbookId, playbookVersion);
      ways.set(key, way);
      return way;
    },
    /** @throws Refused for choices that fit none of the methods that deals came from */
    async made(): Promise<Way[]> {
      const made = await Promise.all(ways.values());
      const unknown = made.map(({ before }) => unknownChoices(choices, before.playbook, after.playbook));
      const everywhere = unknown[0]?.filter((choice) => unknown.every((all) => all.includes(choice))) ?? [];
      if (everywhere.length > 0) throw new Refused(refuse('mapping.unknown', { choices: everywhere }));
      return made;
    },
  };
}

function without(choices: MappingChoices, unknown: ReadonlySet<string>): MappingChoices {
  const known = <V>(kind: keyof MappingChoices, chosen: Record<string, V> = {}): Record<string, V> =>
    Object.fromEntries(Object.entries(chosen).filter(([id]) => !unknown.has(`${kind}.${id}`)));
  return {
    stages: known('stages', choices.stages),
    checks: known('checks', choices.checks),
    buyerStages: known('buyerStages', choices.buyerStages),
  };
}

/** A draft as a method of its own: no published version is equal to it. */
export function asDraft(draft: Parameters<typeof compilePlaybook>[0]): CompiledPlaybook {
  return compilePlaybook({ ...draft, version: 0 });
}
