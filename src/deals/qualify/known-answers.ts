import type { EvidenceFields } from '#deals/deal-gate.ts';
import { qualifyMessages } from '#deals/qualify/qualify.messages.ts';
import type { Day } from '#shared/day.ts';
import type { Lang, Text } from '#shared/messages.ts';

/** One criterion answered while the deal is made. */
export type KnownAnswer = { check: string; text: Text; answer: 'yes' | 'no'; basis: string };

/** The answers as evidence: what somebody in the team holds, so said and not more. */
export function answeredEvidence(known: readonly KnownAnswer[], lang: Lang, today: Day): EvidenceFields[] {
  const m = qualifyMessages[lang];
  return known.map(({ check, text, answer, basis }) => ({
    check,
    direction: answer === 'yes' ? 'supports' : 'refutes',
    strength: 'said',
    statement: basis.trim() || m.said(text[lang], m.answers[answer]),
    source: { kind: 'observation' },
    observedOn: today,
  }));
}
