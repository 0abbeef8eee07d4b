import { type Day, addDays, daysBetween } from '#shared/day.ts';
import type { Lang, Text } from '#shared/messages.ts';
import type { StakeholderFact } from '#method/fact-source.ts';
import type { CheckState, Situation } from '#method/check.ts';
import { both } from '#method/method.messages.ts';
import type { Check, NextActTemplate } from '#method/playbook.ts';
import { type BuyingRole, type QuestionKind, buyingRoles, relationships } from '#method/scales.ts';

/** A person among the deal's facts. */
export type NamedPerson = { readonly id?: string; readonly name: string; readonly title?: string };

export type NextAct = {
  /** what to do, with the person's name or role in it */
  readonly act: Text;
  /** whom to go to, in words: the person if one is known, else the role, else 'us' */
  readonly who: Text;
  readonly roles: readonly BuyingRole[];
  readonly person?: NamedPerson;
  /** stance of that person, −2…+2, when recorded */
  readonly stance?: number;
  readonly question?: { readonly kind: QuestionKind; readonly text: Text };
  readonly by: Day;
  /** has to be done before the tender, whose day is known */
  readonly dated: boolean;
};

export function nextActFor({ next }: Check, state: CheckState, situation: Situation): NextAct {
  return actFrom(next, situation, (m) => (state === 'stale' ? m.refresh : state === 'contested' ? m.reconcile : ''));
}

/** A template filled in for a deal: who, what to ask, by when. @param lead words before the act */
export function actFrom(
  next: NextActTemplate,
  situation: Situation,
  lead: (m: Parameters<Parameters<typeof both>[0]>[0]) => string = () => '',
): NextAct {
  const person = whoToAsk(next.ask, situation.facts.lists.stakeholders ?? []);
  const who = whoWords(next.ask, person);
  const tender = next.daysBeforeTender === undefined ? undefined : situation.facts.values['purchase.tenderOn'];
  const within = addDays(situation.today, next.dueInDays);
  const beforeTender = tender && addDays(tender, -(next.daysBeforeTender ?? 0));
  const named = both((m, lang) => person?.name ?? m.anyRole(next.ask.map((role) => buyingRoles[role][lang])));
  const fill = (words: Text, lang: Lang) => words[lang].replaceAll('{who}', () => named[lang]);
  return {
    act: both((m, lang) => lead(m) + fill(next.act, lang)),
    who,
    roles: next.ask,
    ...(person && { person: { id: person.id, name: person.name, title: person.title }, stance: person.stance }),
    ...(next.question && {
      question: { kind: next.question.kind, text: both((_, lang) => fill(next.question!.text, lang)) },
    }),
    by: beforeTender ? earlierButNotPast(within, beforeTender, situation.today) : within,
    dated: beforeTender !== undefined,
  };
}

/**
 * The surest person to ask: one in the right role, willing before neutral before opposed, then the closer
 * relationship, then the role that answers best. Persons who are against us are asked only when nobody else is there.
 */
export function whoToAsk(
  roles: readonly BuyingRole[],
  stakeholders: readonly StakeholderFact[],
): StakeholderFact | undefined {
  const score = (person: StakeholderFact) => [
    Math.sign(person.stance ?? 0),
    person.coach ? 1 : 0,
    person.relationship ? Object.keys(relationships).indexOf(person.relationship) : -1,
    person.contactDegree ?? -1,
    -roles.findIndex((role) => person.roles?.includes(role)),
  ];
  return stakeholders
    .filter((person) => person.roles?.some((role) => roles.includes(role)))
    .map((person) => ({ person, score: score(person) }))
    .sort((a, b) => compare(b.score, a.score) || (a.person.name < b.person.name ? -1 : 1))[0]?.person;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at === -1 ? 0 : a[at]! - b[at]!;
}

function whoWords(roles: readonly BuyingRole[], person: StakeholderFact | undefined): Text {
  if (roles.length === 0) return both((m) => m.ourselves);
  if (person) return both(() => person.name);
  return both((m, lang) => m.noOneYet(roles.map((role) => buyingRoles[role][lang]).join(' / ')));
}

function earlierButNotPast(a: Day, b: Day, today: Day): Day {
  const earlier = daysBetween(a, b) < 0 ? b : a;
  return daysBetween(today, earlier) < 0 ? today : earlier;
}
