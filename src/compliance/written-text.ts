import type { Text } from '#shared/messages.ts';
import type { Refusal } from '#shared/refusal.ts';
import { benefitRefusals, refuseBenefit } from '#compliance/personal-benefit.ts';
import { privacyRefusals, refuseBeyondKin, refusePrivateFacts } from '#compliance/private-facts.ts';

export const writtenRefusals = { ...benefitRefusals, ...privacyRefusals };

/** May this be kept in a record that others read? Source: Domain §12. */
export function refuseWritten(...texts: readonly (string | null | undefined)[]): Refusal | null {
  return refuseBenefit(...texts) ?? refusePrivateFacts(...texts);
}

/** What makes a sentence about her of a clause that does not say of whom it is, by the script it begins with. */
const leads = { latin: ['she ', 'she is ', 'she has ', 'her '], han: ['她', '她是'] };

/**
 * May this be kept of somebody on the customer's side whom it does not name: a tag, a post, a personal fact? It is read as said
 * of her, clause by clause, which is what the words for the private go by.
 */
export function refuseWrittenOfHer(...texts: readonly (string | null | undefined)[]): Refusal | null {
  const clauses = texts
    .flatMap((text) => (text ?? '').split(/(?<=[，,。；;！!\n])|(?<=[.?])\s/))
    .map((clause) => clause.trim());
  const saidOf = (script: RegExp, lead: string) =>
    clauses
      .filter((clause) => script.test(clause))
      .map((clause) => lead + clause)
      .join('；');
  const sentences = [
    ...leads.han.map((lead) => saidOf(/^[^a-z]/i, lead)),
    ...leads.latin.map((lead) => saidOf(/^[a-z\d]/i, lead)),
  ];
  return sentences.reduce((found, text) => found ?? refuseWritten(text), refuseWritten(...texts));
}

/** May this be kept as a declared conflict of interest, or as what is done about it? */
export function refuseDeclared(text: string | null | undefined): Refusal | null {
  return refuseBenefit(text) ?? refuseBeyondKin(text);
}

/** What the policy says to it, for who is told otherwise than by a refusal. */
export function writtenWords(refusal: Refusal | null): Text | null {
  if (!refusal) return null;
  const { words } = writtenRefusals[refusal.code as keyof typeof writtenRefusals];
  return words(refusal.data as never);
}
