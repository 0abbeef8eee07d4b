import type { StakeholderFact } from '#method/fact-source.ts';
import type { Text } from '#shared/messages.ts';
import { functionOfPost, levelOfPost } from '#information/post-words.ts';
import type { PersonFunction, PersonLevel } from '#information/information-fact.ts';
import type { PersonKnown } from '#information/information.ts';

export type ContactKnown = {
  id: string;
  name: string;
  title: string | null;
  department: string | null;
  reachable: boolean;
};

/** Whoever a purchase cannot do without; one person each, at least. Source: Domain §3 (people tied to the purchase). */
export const seats = {
  use: { zh: '使用部门', en: 'user department' },
  technical: { zh: '技术部门', en: 'technical department' },
  purchasing: { zh: '采购部门', en: 'purchasing' },
  finance: { zh: '财务部门', en: 'finance' },
  deciding: { zh: '决策层', en: 'deciding level' },
} as const satisfies { [seat: string]: Text };
export type Seat = keyof typeof seats;

/** What should be known of each person, each counting the same. */
export const personAttributes = {
  title: { zh: '职务', en: 'post' },
  department: { zh: '部门', en: 'department' },
  reachable: { zh: '联系方式', en: 'how to reach' },
  roles: { zh: '采购角色', en: 'buying role' },
  styleKnown: { zh: '沟通风格', en: 'communication style' },
} as const satisfies { [attribute: string]: Text };
export type PersonAttribute = keyof typeof personAttributes;

/** The account's contacts with what its deals know of them, then who was noted on a deal by name only. */
export function peopleOf(
  contacts: readonly ContactKnown[],
  stakeholders: readonly Partial<StakeholderFact>[],
): PersonKnown[] {
  const known = contacts.map((contact) =>
    person(
      contact,
      stakeholders.filter(({ id, name }) => id === contact.id || (id === undefined && name === contact.name)),
    ),
  );
  const names = new Set(contacts.map(({ name }) => name));
  const ids = new Set(contacts.map(({ id }) => id));
  const loose = stakeholders.filter(({ id, name }) => name && !names.has(name) && (id === undefined || !ids.has(id)));
  const byName = Map.groupBy(loose, ({ name }) => name!);
  return [
    ...known,
    ...[...byName].map(([name, said]) =>
      person(
        { id: null, name, title: said.find(({ title }) => title)?.title ?? null, department: null, reachable: false },
        said,
      ),
    ),
  ];
}

function person(
  { id, name, title, department, reachable }: Omit<ContactKnown, 'id'> & { id: string | null },
  said: readonly Partial<StakeholderFact>[],
): PersonKnown {
  return {
    id,
    name,
    title,
    department,
    function: said.find((one) => one.function)?.function ?? functionOfPost({ title, department }) ?? null,
    level: said.find((one) => one.level)?.level ?? levelOfPost({ title }) ?? null,
    roles: [...new Set(said.flatMap(({ roles }) => roles ?? []))],
    reachable,
    styleKnown: said.some(({ style }) => style !== undefined),
  };
}

/** What is not known of a person yet. */
export function missingOf(one: PersonKnown): PersonAttribute[] {
  const has: { [attribute in PersonAttribute]: boolean } = {
    title: one.title !== null,
    department: one.department !== null,
    reachable: one.reachable,
    roles: one.roles.length > 0,
    styleKnown: one.styleKnown,
  };
  return (Object.keys(personAttributes) as PersonAttribute[]).filter((attribute) => !has[attribute]);
}

/** The seats that nobody known sits on. */
export function emptySeats(people: readonly PersonKnown[]): Seat[] {
  const taken = (seat: Seat) =>
    people.some((one) =>
      seat === 'deciding'
        ? one.level === ('deciding' satisfies PersonLevel)
        : one.function === (seat satisfies PersonFunction),
    );
  return (Object.keys(seats) as Seat[]).filter((seat) => !taken(seat));
}
