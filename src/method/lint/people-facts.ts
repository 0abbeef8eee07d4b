import { dayNumber } from '#method/day-number.ts';
import type { Evidence } from '#method/evidence.ts';
import type { StakeholderFact } from '#method/fact-source.ts';
import { number, scale } from '#method/fact-type.ts';
import { type Ground, type LintFact, type LintSubject, lintFact, same } from '#method/lint/lint-subject.ts';

/** Facts about how we stand with the customer's people. Absent while nobody is recorded, except where said. */
export const peopleFacts = {
  /** people we have talked to: contact at least 1, or we have evidence from them */
  'people.met': lintFact(
    { zh: '接触过的人数', en: 'people we have met' },
    number,
    (subject) => met(subject)?.length,
    (subject) => persons(met(subject) ?? []),
  ),
  /**
   * How far our influence reaches whoever decides. Nobody named with that role, or nobody recorded at all, is
   * 'unnamed': this fact is about our knowledge. Through others: a supporter with whom contact is frequent or trusted.
   */
  'people.deciderReach': lintFact(
    { zh: '对决策者的影响', en: 'how far we reach the decider' },
    scale({
      unnamed: { zh: '决策者是谁都不清楚', en: 'decider unknown' },
      named: { zh: '知道是谁，尚未影响到', en: 'known, not reached' },
      throughOthers: { zh: '通过支持者间接影响', en: 'through a supporter' },
      met: { zh: '已直接接触', en: 'met' },
      supports: { zh: '支持我们', en: 'supports us' },
    }),
    (subject) => {
      const deciding = deciders(subject);
      if (deciding.length === 0) return 'unnamed';
      if (deciding.some(({ stance = 0 }) => stance >= 1)) return 'supports';
      const known = met(subject) ?? [];
      if (deciding.some((person) => known.includes(person))) return 'met';
      return people(subject).some(carriesOurWord) ? 'throughOthers' : 'named';
    },
    (subject) => persons(deciders(subject)),
  ),
  /** the longest silence among people against us whom no open task names; without a word from them, since the deal began */
  'people.opponentSilentDays': lintFact(
    { zh: '反对者无人应对的天数', en: 'days an opponent has gone unanswered' },
    number,
    (subject) => {
      const silences = unanswered(subject).map((person) => silence(subject, person));
      return silences.length === 0 ? undefined : Math.max(...silences);
    },
    (subject) => persons(unanswered(subject)),
  ),
  /**
   * Of those called a guide (ticked, or stance +2) the fewest occasions, days that is, on which one showed it by a deed
   * or in writing. Source: Domain §4, coach ≥ 2 occasions.
   */
  'people.coachOccasions': lintFact(
    { zh: '教练用行动证明的次数', en: 'occasions on which the guide showed it' },
    number,
    (subject) => {
      const claimed = coaches(subject).map((person) => occasions(subject, person));
      return claimed.length === 0 ? undefined : Math.min(...claimed);
    },
    (subject) => {
      const fewest = Math.min(...coaches(subject).map((person) => occasions(subject, person)));
      return persons(coaches(subject).filter((person) => occasions(subject, person) === fewest));
    },
  ),
  /**
   * The longest time for which nothing confirmed what we believe of a key person: no change on the map, no look that
   * found nothing changed, no evidence from them. Absent while there is no key person of whom any such day is known.
   */
  'people.unconfirmedDays': lintFact(
    { zh: '核心人物多少天没有核实', en: 'days a key person has gone unconfirmed' },
    number,
    (subject) => {
      const ages = keyAges(subject).map(({ age }) => age);
      return ages.length === 0 ? undefined : Math.max(...ages);
    },
    (subject) => {
      const oldest = Math.max(...keyAges(subject).map(({ age }) => age));
      return persons(keyAges(subject).flatMap(({ person, age }) => (age === oldest ? [person] : [])));
    },
  ),
} as const satisfies { readonly [id: string]: LintFact };

function people({ situation }: LintSubject): readonly StakeholderFact[] {
  return situation.facts.lists.stakeholders ?? [];
}

function met(subject: LintSubject): StakeholderFact[] | undefined {
  if (!subject.situation.facts.lists.stakeholders) return undefined;
  return people(subject).filter((person) => (person.contactDegree ?? 0) >= 1 || from(subject, person).length > 0);
}

function deciders(subject: LintSubject): StakeholderFact[] {
  return people(subject).filter(({ roles }) => roles?.includes('decider') || roles?.includes('finalSay'));
}

function carriesOurWord({ stance = 0, contactDegree = 0, relationship }: StakeholderFact): boolean {
  return stance >= 1 && (contactDegree >= 2 || relationship === 'trusted' || relationship === 'allied');
}

function unanswered(subject: LintSubject): StakeholderFact[] {
  const open = subject.steps.filter(({ doneOn }) => doneOn === null);
  return people(subject).filter(
    ({ stance, name }) => stance !== undefined && stance <= -1 && !open.some(({ title }) => title.includes(name)),
  );
}

function silence(subject: LintSubject, person: StakeholderFact): number {
  const heard = from(subject, person).map(({ observedOn }) => dayNumber(observedOn));
  return Math.max(0, dayNumber(subject.situation.today) - Math.max(dayNumber(subject.startedOn), ...heard));
}

function keyAges(subject: LintSubject): { person: StakeholderFact; age: number }[] {
  return people(subject).flatMap((person) => {
    if (person.key !== true) return [];
    const seen = [person.confirmedOn, ...from(subject, person).map(({ observedOn }) => observedOn)];
    const days = seen.flatMap((day) => (day ? [dayNumber(day)] : []));
    if (days.length === 0) return [];
    return [{ person, age: Math.max(0, dayNumber(subject.situation.today) - Math.max(...days)) }];
  });
}

function coaches(subject: LintSubject): StakeholderFact[] {
  return people(subject).filter(
    ({ coach, coachClaimed, stance }) => coach === true || coachClaimed === true || stance === 2,
  );
}

function occasions(subject: LintSubject, person: StakeholderFact): number {
  const shown = from(subject, person).filter(({ strength }) => strength === 'done' || strength === 'written');
  return new Set(shown.map(({ observedOn }) => observedOn)).size;
}

/** Standing evidence that this person gave. */
function from({ situation }: LintSubject, { id, name }: StakeholderFact): Evidence[] {
  const found: Evidence[] = [];
  for (const records of situation.evidence.values())
    for (const record of records) {
      const { kind, id: who } = record.source;
      if (kind === 'stakeholder' && who !== undefined && (who === id || who === name)) found.push(record);
    }
  return found;
}

function persons(known: readonly StakeholderFact[]): Ground[] {
  return known.map(({ id, name, title }) => ({
    kind: 'person',
    id: id ?? name,
    words: same(title ? `${name} · ${title}` : name),
  }));
}
