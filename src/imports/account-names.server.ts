import { sql } from 'kysely';
import { nameKey, regionOf, regionsAgree } from '#accounts/account-name.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { newId } from '#platform/id.server.ts';
import type { ImportJob } from '#imports/import-job.server.ts';
import { meantWord } from '#imports/likeness.ts';
import { issue, type ReadRow } from '#imports/read-row.ts';

export type NamedAccount = { id: string; name: string };
type Hit = NamedAccount & { name_key: string; visible: boolean };

const SUGGESTED_FROM = 5_000;

/** Finds the accounts that rows name, and makes the missing ones where the plan says so. */
export class AccountNames {
  readonly #job: ImportJob;
  readonly #creates: boolean;
  /** Made by this import: in a check for good, in a run until the rows are written. */
  #made = new Map<string, NamedAccount>();
  readonly #fresh = new Map<string, NamedAccount>();
  #names: string[] | undefined;
  readonly #guesses = new Map<string, string | undefined>();
  count = 0;

  constructor(job: ImportJob) {
    this.#job = job;
    this.#creates = job.plan.createMissing.includes('account');
  }

  /** The account of each row, by the text of its target; rows that name none are absent. One query. */
  async find(db: ReadTx, rows: readonly ReadRow[], target: string): Promise<Map<ReadRow, NamedAccount>> {
    if (!this.#job.checking) {
      this.#made = new Map();
      this.#fresh.clear();
    }
    const wanted = rows.filter((row) => typeof row.values[target] === 'string');
    const hits = await accountsNamed(
      db,
      this.#job,
      wanted.map((row) => nameKey(row.values[target] as string)),
    );
    const found = new Map<ReadRow, NamedAccount>();
    for (const row of wanted) {
      const name = row.values[target] as string;
      const account =
        this.#choose(row, target, name, hits.get(nameKey(name)) ?? []) ?? (await this.#missing(db, row, target, name));
      if (account) found.set(row, account);
    }
    return found;
  }

  /** Of the accounts made so far those that rows really need; each once. */
  take(used: ReadonlySet<string>): NamedAccount[] {
    const taken = [...this.#fresh.values()].filter(({ id }) => used.has(id));
    for (const { id } of taken) this.#fresh.delete(id);
    this.count += taken.length;
    return taken;
  }

  #choose(row: ReadRow, target: string, name: string, hits: readonly Hit[]): NamedAccount | undefined {
    const meant = hits.filter((hit) => regionsAgree(hit.name, name));
    const seen = meant.filter(({ visible }) => visible);
    const exact = seen.filter((hit) => hit.name === name);
    const one = exact.length === 1 ? exact[0] : seen.length === 1 ? seen[0] : undefined;
    if (one) return one;
    if (exact.length > 1) row.issues.push(issue(target, sameName(name, exact.length)));
    else if (seen.length > 1) row.issues.push(issue(target, several(name, seen.length)));
    else if (meant.length > 0) row.issues.push(issue(target, notYours(name)));
    return undefined;
  }

  async #missing(db: ReadTx, row: ReadRow, target: string, name: string): Promise<NamedAccount | undefined> {
    const known = this.#made.get(madeKey(name));
    if (!known && row.issues.some((one) => one.target === target)) return undefined;
    if (this.#job.checking) {
      const meant = await this.#meant(db, name);
      this.#job.quirks.add(
        meant ? 'meant' : 'unknownAccount',
        target,
        row.texts[target] ?? name,
        meant ?? null,
        row.number,
      );
    }
    if (known) return known;
    if (!this.#creates || name.length > 200) {
      row.issues.push(issue(target, unknown(name)));
      return undefined;
    }
    const made = { id: newId(), name };
    this.#made.set(madeKey(name), made);
    this.#fresh.set(made.id, made);
    return made;
  }

  /** The account that was probably meant, among the first thousands; asked once for each name. */
  async #meant(db: ReadTx, name: string): Promise<string | undefined> {
    this.#names ??= await someNames(db, this.#job);
    if (!this.#guesses.has(name)) this.#guesses.set(name, meantWord(name, this.#names));
    return this.#guesses.get(name);
  }
}

const madeKey = (name: string) => `${nameKey(name)} ${regionOf(name)}`;

/** Accounts under each name key; a look-up in the index for each, whatever the planner believes of the table. */
export async function accountsNamed(db: ReadTx, { actor }: Pick<ImportJob, 'actor'>, keys: readonly string[]) {
  const found = new Map<string, Hit[]>();
  if (keys.length === 0) return found;
  const { rows } = await sql<Hit>`
    select a.id, a.name, a.name_key, a.visible from unnest(${[...new Set(keys)]}::text[]) as k (name_key)
    cross join lateral (
      select accounts.id, accounts.name, accounts.name_key, ${visibleTo(actor, 'accounts')} as visible from accounts
      where accounts.tenant_id = ${actor.tenantId} and accounts.name_key = k.name_key and accounts.merged_into is null
      limit 20) a`.execute(db);
  for (const hit of rows) found.set(hit.name_key, [...(found.get(hit.name_key) ?? []), hit]);
  return found;
}

async function someNames(db: ReadTx, { actor }: ImportJob): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from accounts where tenant_id = ${actor.tenantId} and merged_into is null
      and ${visibleTo(actor, 'accounts')} order by name limit ${SUGGESTED_FROM}`.execute(db);
  return rows.map(({ name }) => name);
}

const unknown = (name: string) => ({
  zh: `没有名为“${name}”的客户；请改正名称，或选择“自动新建缺少的客户”`,
  en: `There is no account named "${name}"; correct the name, or choose to create what is missing`,
});
const several = (name: string, count: number) => ({
  zh: `有 ${count} 个客户都可能是“${name}”，请写全称`,
  en: `${count} accounts could be "${name}"; write the full name`,
});
/** The full name would not help: it is what they share. */
const sameName = (name: string, count: number) => ({
  zh: `有 ${count} 个客户都叫“${name}”，分不清是哪一个；请先合并重复的，或给它们起不同的名称`,
  en: `${count} accounts are called "${name}", so which one is meant is not clear; merge what is double, or rename them`,
});
const notYours = (name: string) => ({
  zh: `客户“${name}”已存在，但不在您的可见范围内，请联系其负责人`,
  en: `The account "${name}" exists, but you may not see it; talk to its owner`,
});
