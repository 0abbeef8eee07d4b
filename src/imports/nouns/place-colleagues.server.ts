import type { Role } from '#permissions/role.ts';
import { newId } from '#platform/id.server.ts';
import { fold } from '#shared/text.ts';
import type { ImportJob } from '#imports/import-job.server.ts';
import type { KnownTeam, TeamPlaces } from '#imports/nouns/team-places.server.ts';
import type { ReadRow } from '#imports/read-row.ts';

/** A colleague as a row gives her. */
export type UserDraft = {
  id: string;
  name: string;
  email: string | undefined;
  title: string | null | undefined;
  role: Role | undefined;
  manager: string | undefined;
  team: string | undefined;
  region: string | undefined;
  /** Where she goes; undefined: the row says nothing of it. */
  teamId?: string;
};
type Placed = { row: ReadRow; draft: UserDraft };
export type MadeManager = { id: string; name: string; teamId: string };

/**
 * Puts colleagues into the tree of teams: region ← the team that the manager leads ← her people. Teams and managers that
 * nobody knows are made; a manager who is here already keeps her team.
 */
export class Placing {
  readonly #job: ImportJob;
  readonly #teams: TeamPlaces;
  /** Folded name → the team she leads: of whom this import has made. */
  readonly #led = new Map<string, KnownTeam>();
  readonly #madeNames = new Set<string>();
  #made: MadeManager[] = [];
  count = 0;

  constructor(job: ImportJob, teams: TeamPlaces) {
    this.#job = job;
    this.#teams = teams;
  }

  /** @param known folded name → the team of the one active colleague of that name */
  place(placed: readonly Placed[], known: ReadonlyMap<string, string | null>, created: ReadonlySet<UserDraft>): void {
    const inFile = new Map(placed.filter(({ draft }) => created.has(draft)).map((one) => [fold(one.draft.name), one]));
    const ledBy = (row: ReadRow, name: string, above: KnownTeam | undefined, trail: readonly string[]): KnownTeam => {
      const key = fold(name);
      const led = this.#led.get(key);
      if (led) return this.#noted(row, name, led);
      const own = inFile.get(key);
      if (!own && known.has(key)) {
        const team = this.#teams.byId(known.get(key)!);
        return team && team !== this.#teams.root ? team : this.#teams.find(row, 'manager', this.#teamName(name), above);
      }
      const team = own ? ownTeam(own, trail) : this.#teams.find(row, null, this.#teamName(name), above);
      this.#led.set(key, team);
      if (own) {
        own.draft.teamId = team.id;
        own.draft.role ??= 'manager';
        return team;
      }
      this.#madeNames.add(key);
      this.#made.push({ id: newId(), name, teamId: team.id });
      return this.#noted(row, name, team);
    };
    const ownTeam = ({ row, draft }: Placed, trail: readonly string[]): KnownTeam => {
      const above = draft.region ? this.#teams.find(row, 'region', draft.region) : undefined;
      if (draft.team) return this.#teams.find(row, 'team', draft.team, above);
      const key = fold(draft.name);
      const boss = draft.manager && fold(draft.manager) !== key && !trail.includes(fold(draft.manager));
      const parent = boss ? ledBy(row, draft.manager!, above, [...trail, key]) : above;
      return this.#teams.find(row, 'manager', this.#teamName(draft.name), parent);
    };
    for (const { row, draft } of placed) {
      const { region, team, manager, name } = draft;
      const above = region ? this.#teams.find(row, 'region', region) : undefined;
      const given = team ? this.#teams.find(row, 'team', team, above) : undefined;
      const led = manager && fold(manager) !== fold(name) ? ledBy(row, manager, above, [fold(name)]) : undefined;
      const place = given ?? led ?? above;
      if (place && !this.#led.has(fold(name))) draft.teamId = place.id;
    }
  }

  /** Managers made since the last call. */
  take(): MadeManager[] {
    const taken = this.#made;
    this.#made = [];
    this.count += taken.length;
    return taken;
  }

  #noted(row: ReadRow, name: string, team: KnownTeam): KnownTeam {
    if (this.#job.checking && this.#madeNames.has(fold(name)))
      this.#job.quirks.add('newManager', 'manager', row.texts['manager'] ?? name, null, row.number);
    return team;
  }

  #teamName(manager: string): string {
    const name = manager.slice(0, 50);
    return this.#job.actor.lang === 'zh' ? `${name} 团队` : `${name}’s team`;
  }
}
