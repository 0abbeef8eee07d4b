import type { ReadTx } from '#platform/database/database.server.ts';
import { newId } from '#platform/id.server.ts';
import { fold } from '#shared/text.ts';
import type { ImportJob } from '#imports/import-job.server.ts';
import { meantWord } from '#imports/likeness.ts';
import type { ReadRow } from '#imports/read-row.ts';

export type KnownTeam = { id: string; name: string; parentId: string | null; path: string[] };

/** The company's teams during an import, found by name; those that a file names and nobody has made yet are made. */
export class TeamPlaces {
  readonly #job: ImportJob;
  readonly #teams: KnownTeam[];
  readonly #before: readonly string[];
  readonly #made = new Set<string>();
  #fresh: KnownTeam[] = [];
  readonly root: KnownTeam;
  count = 0;

  constructor(job: ImportJob, teams: readonly KnownTeam[]) {
    this.#job = job;
    this.#teams = [...teams];
    this.#before = teams.map(({ name }) => name);
    this.root = teams.find(({ parentId }) => parentId === null)!;
  }

  byId(id: string | null): KnownTeam | undefined {
    return this.#teams.find((team) => team.id === id);
  }

  /**
   * @param target the column that names it; null when what makes it necessary is told already
   * @param above the team that it stands below; without one the only team of that name, wherever it is
   */
  find(row: ReadRow, target: string | null, name: string, above?: KnownTeam): KnownTeam {
    const named = this.#teams.filter((team) => fold(team.name) === fold(name));
    const below = named.find(({ parentId }) => parentId === (above ?? this.root).id);
    const team = below ?? (!above && named.length === 1 ? named[0]! : this.#make(name, above ?? this.root));
    if (target && this.#job.checking && this.#made.has(team.id)) {
      const meant = meantWord(name, this.#before) ?? null;
      this.#job.quirks.add(meant ? 'meant' : 'newTeam', target, row.texts[target] ?? name, meant, row.number);
    }
    return team;
  }

  /** Those made since the last call, parents first. */
  take(): KnownTeam[] {
    const taken = this.#fresh;
    this.#fresh = [];
    this.count += taken.length;
    return taken;
  }

  #make(name: string, above: KnownTeam): KnownTeam {
    const id = newId();
    const team = { id, name, parentId: above.id, path: [...above.path, id] };
    this.#teams.push(team);
    this.#fresh.push(team);
    this.#made.add(id);
    return team;
  }
}

export async function teamPlaces(db: ReadTx, job: ImportJob): Promise<TeamPlaces> {
  const rows = await db
    .selectFrom('teams')
    .select(['id', 'name', 'parent_id as parentId', 'path'])
    .where('tenant_id', '=', job.actor.tenantId)
    .execute();
  return new TeamPlaces(job, rows);
}
