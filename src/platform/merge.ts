/** Two records of a noun become one: what the nouns' own rules share. */
export type Side = 'winner' | 'loser';
/** Field, or 'custom.' and a custom field's key → the side it is taken from. */
export type MergeChoice = { [field: string]: Side | undefined };

/** One field of a merge as it is shown: both values in words, and the side that is taken. */
export type MergeLine = { field: string; label: string; winner: string; loser: string; differs: boolean; side: Side };

/** The side a field is taken from: as chosen, else the winner's unless only the loser has a value. */
export function sideOf(choice: MergeChoice, field: string, winner: unknown, loser: unknown): Side {
  return choice[field] ?? (isEmpty(winner) && !isEmpty(loser) ? 'loser' : 'winner');
}

/** These fields, each from its side. */
export function taken<T extends object, F extends keyof T & string>(
  fields: readonly F[],
  winner: T,
  loser: T,
  choice: MergeChoice,
): Pick<T, F> {
  const sides = { winner, loser };
  return Object.fromEntries(
    fields.map((field) => [field, sides[sideOf(choice, field, winner[field], loser[field])][field]]),
  ) as Pick<T, F>;
}

type Custom = { readonly [key: string]: unknown };

/** Custom fields that only one side has are kept; the others as chosen. */
export function takenCustom<C extends Custom>(winner: C, loser: C, choice: MergeChoice): C {
  const keys = united(Object.keys(winner), Object.keys(loser));
  const entries = keys.map((key) => {
    const side = sideOf(choice, `custom.${key}`, winner[key], loser[key]);
    return [key, (side === 'winner' ? winner : loser)[key]];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as C;
}

export function united(...texts: readonly (readonly string[])[]): string[] {
  return [...new Set(texts.flat())];
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}
