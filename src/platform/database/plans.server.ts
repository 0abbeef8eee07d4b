import { sql } from 'kysely';
import type { ReadTx } from '#platform/database/database.server.ts';

/** Planner settings for the rest of a transaction, as PostgreSQL names them. */
type PlannerSettings = { [name in 'random_page_cost' | 'cpu_operator_cost']?: string };

/**
 * From here on each query of the transaction is planned for the values it is asked with, as a question over a whole table
 * needs it; or again as PostgreSQL sees fit, which after five times keeps one plan for all values.
 */
export async function planEach(db: ReadTx, each: boolean, settings: PlannerSettings = {}): Promise<void> {
  const all = { plan_cache_mode: each ? 'force_custom_plan' : 'auto', ...settings };
  const set = Object.entries(all).map(([name, value]) => sql`set_config(${sql.lit(name)}, ${value}, true)`);
  await sql`select ${sql.join(set)}`.execute(db);
}
