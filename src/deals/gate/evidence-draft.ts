import type { Direction, Strength } from '#method/evidence.ts';
import type { StakeholderFact } from '#method/fact-source.ts';
import type { NextAct } from '#method/next-act.ts';
import type { Signal } from '#method/playbook.ts';
import type { Day } from '#shared/day.ts';
import type { Lang } from '#shared/messages.ts';
import type { EvidenceFields } from '#deals/deal-gate.ts';

export type SourceChoice = EvidenceFields['source'];

/** What the two taps leave open is filled in sensibly here and may be changed before saving. */
export type EvidenceDraft = Omit<EvidenceFields, 'strength'>;

/** A tapped signal as evidence: its words, its direction, the person who most likely showed it, today. */
export function draftFrom(check: string, signal: Signal, source: SourceChoice, today: Day, lang: Lang): EvidenceDraft {
  return {
    check,
    signal: signal.id,
    direction: signal.direction,
    statement: signal.text[lang],
    source,
    observedOn: today,
  };
}

export function emptyDraft(check: string, source: SourceChoice, today: Day, direction: Direction = 'supports') {
  return { check, direction, statement: '', source, observedOn: today } satisfies EvidenceDraft;
}

/** People first in the order in which they would be asked, then our own eyes, the channel, paper. */
export function sourcesFor(act: NextAct | undefined, people: readonly StakeholderFact[]): SourceChoice[] {
  const rank = (person: StakeholderFact) => {
    if (act?.person && (person.id ?? person.name) === (act.person.id ?? act.person.name)) return 0;
    return person.roles?.some((role) => act?.roles.includes(role)) ? 1 : 2;
  };
  const named = people
    .map((person, at) => ({ person, at, rank: rank(person) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ person }): SourceChoice => ({ kind: 'stakeholder', id: person.id ?? person.name, name: person.name }));
  return [...named, { kind: 'observation' }, { kind: 'channel' }, { kind: 'document' }];
}

/** So few people that the second tap stays in sight beneath them on a phone. */
const NEAR = 5;

/** Those likely to have said it, the one chosen always among them; the rest are a tap further. */
export function nearSources(sources: readonly SourceChoice[], chosen: SourceChoice): SourceChoice[] {
  const people = sources.filter(({ kind }) => kind === 'stakeholder');
  // One more chip would take as much room as the person it hides.
  if (people.length <= NEAR + 1) return [...sources];
  const near = people.slice(0, NEAR);
  const far = people.slice(NEAR).filter((source) => sameSource(source, chosen));
  return [...near, ...far, ...sources.filter(({ kind }) => kind !== 'stakeholder')];
}

export function sameSource(a: SourceChoice, b: SourceChoice): boolean {
  return a.kind === b.kind && a.id === b.id;
}

/** How sure a record usually is: paper is written, a channel is hearsay, a signal is a deed, a person's words are said. */
export function usualStrength(source: SourceChoice, bySignal: boolean): Strength {
  if (source.kind === 'document') return 'written';
  if (source.kind === 'channel') return 'rumour';
  return bySignal || source.kind === 'observation' ? 'done' : 'said';
}
