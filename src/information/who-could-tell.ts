import type { Knower } from '#information/information-fact.ts';
import type { PersonKnown } from '#information/information.ts';

/** Somebody who may be asked. @property leaning how she stands to us, from what the reader may know; 0: not known */
export type Askable = Pick<PersonKnown, 'id' | 'name' | 'title' | 'function' | 'level'> & { leaning: number };

const AT_MOST = 3;

/**
 * Who of the people known could tell: of the functions that usually know, supporters first, then whose function comes
 * first, then the level asked for. Who is against us is not asked while there is somebody else.
 */
export function whoCouldTell<P extends Askable>({ functions, level }: Knower, people: readonly P[]): P[] {
  const place = (one: P) => functions.indexOf(one.function as (typeof functions)[number]);
  const fitting = people.filter((one) => place(one) >= 0);
  const friendly = fitting.filter(({ leaning }) => leaning >= 0);
  const chosen = friendly.length > 0 ? friendly : fitting;
  return chosen
    .toSorted(
      (a, b) =>
        b.leaning - a.leaning ||
        place(a) - place(b) ||
        Number(b.level === level) - Number(a.level === level) ||
        (a.name < b.name ? -1 : 1),
    )
    .slice(0, AT_MOST);
}
