import type { ReadTx } from '#platform/database/database.server.ts';
import { newId } from '#platform/id.server.ts';
import { fold } from '#shared/text.ts';
import type { ImportJob } from '#imports/import-job.server.ts';
import { meantWord } from '#imports/likeness.ts';
import { issue, type ReadRow } from '#imports/read-row.ts';

export type Colleague = { id: string; name: string; teamId: string | null };
export type NamedProduct = { id: string; name: string; price: number };

type Words = {
  target: 'owner' | 'product';
  creates: boolean;
  quirk: 'unknownOwner' | 'unknownProduct';
  unknown: (name: string) => { zh: string; en: string };
  several: (name: string) => { zh: string; en: string };
};

/** Records that are few enough to be known by heart during an import, found by name or another word. */
export class KnownNames<R extends { id: string; name: string }> {
  readonly #job: ImportJob;
  readonly #words: Words;
  readonly #byName = new Map<string, R[]>();
  readonly #fresh = new Map<string, R>();
  readonly #made = new Set<string>();
  readonly #guesses = new Map<string, string | undefined>();
  count = 0;

  constructor(job: ImportJob, words: Words, records: readonly (R & { also: readonly (string | null)[] })[]) {
    this.#job = job;
    this.#words = words;
    for (const { also, ...record } of records) this.#learn(record as unknown as R, [record.name, ...also]);
  }

  /** The record that a row names; undefined when it names none, or a wrong one (then the row says so). */
  find(row: ReadRow, make: (id: string, name: string) => R): R | undefined {
    const { target, creates, quirk, unknown, several } = this.#words;
    const name = row.values[target];
    if (typeof name !== 'string') return undefined;
    const [one, ...others] = this.#byName.get(fold(name)) ?? [];
    if (one && others.length > 0) {
      row.issues.push(issue(target, several(name)));
      return undefined;
    }
    if (this.#job.checking && (!one || this.#made.has(one.id))) {
      const meant = one ? undefined : this.#meant(name);
      this.#job.quirks.add(meant ? 'meant' : quirk, target, row.texts[target] ?? name, meant ?? null, row.number);
    }
    if (one) return one;
    if (!creates || name.length > 100) {
      row.issues.push(issue(target, unknown(name)));
      return undefined;
    }
    const made = make(newId(), name);
    this.#learn(made, [name]);
    this.#fresh.set(made.id, made);
    this.#made.add(made.id);
    return made;
  }

  /** Of the records made so far those that rows really need; each once. */
  take(used: ReadonlySet<string>): R[] {
    const taken = [...this.#fresh.values()].filter(({ id }) => used.has(id));
    for (const { id } of taken) this.#fresh.delete(id);
    this.count += taken.length;
    return taken;
  }

  #learn(record: R, words: readonly (string | null)[]) {
    for (const word of new Set(words.filter((word) => word !== null).map(fold))) {
      this.#byName.set(word, [...(this.#byName.get(word) ?? []), record]);
    }
  }

  /** The record that was probably meant; asked once for each name. */
  #meant(name: string): string | undefined {
    if (!this.#guesses.has(name)) this.#guesses.set(name, meantWord(name, this.#names()));
    return this.#guesses.get(name);
  }

  *#names() {
    for (const [record] of this.#byName.values()) yield record!.name;
  }
}

export async function knownOwners(db: ReadTx, job: ImportJob): Promise<KnownNames<Colleague>> {
  const rows = await db
    .selectFrom('users')
    .select(['id', 'name', 'team_id as teamId', 'email'])
    .where('tenant_id', '=', job.actor.tenantId)
    .where('active', '=', true)
    .execute();
  const words: Words = {
    target: 'owner',
    creates: job.plan.createMissing.includes('owner'),
    quirk: 'unknownOwner',
    unknown: (name) => ({
      zh: `没有名为“${name}”的在职同事，请改正或对应到现有同事`,
      en: `There is no active colleague named "${name}"; correct it or match it to one`,
    }),
    several: (name) => ({
      zh: `有多位同事叫“${name}”，请改用邮箱`,
      en: `Several colleagues are named "${name}"; use the e-mail address`,
    }),
  };
  return new KnownNames<Colleague>(
    job,
    words,
    rows.map(({ email, ...row }) => ({ ...row, also: [email] })),
  );
}

export async function knownProducts(db: ReadTx, job: ImportJob): Promise<KnownNames<NamedProduct>> {
  const rows = await db
    .selectFrom('products')
    .select(['id', 'name', 'code', 'price'])
    .where('tenant_id', '=', job.actor.tenantId)
    .execute();
  const words: Words = {
    target: 'product',
    creates: job.plan.createMissing.includes('product'),
    quirk: 'unknownProduct',
    unknown: (name) => ({
      zh: `没有名为“${name}”的产品，请改正或对应到现有产品`,
      en: `There is no product named "${name}"; correct it or match it to one`,
    }),
    several: (name) => ({ zh: `有多个产品叫“${name}”`, en: `Several products are named "${name}"` }),
  };
  return new KnownNames<NamedProduct>(
    job,
    words,
    rows.map(({ code, ...row }) => ({ ...row, also: [code] })),
  );
}
