import { type Evidence, type EvidenceRecord, standingEvidence } from '#method/evidence.ts';
import type { FactSource } from '#method/fact-source.ts';
import type { EvidenceView } from '#deals/deal-gate.ts';
import type { DealPage } from '#deals/deals.contract.ts';

/** Facts as they are sent: null takes a fact back. */
export type FactChange = {
  values?: { [id: string]: string | number | boolean | null };
  lists?: { [id: string]: Record<string, unknown>[] | null };
};

/** A page as it is shown. `countedOn`: the evidence that the server counted, where by now there is other. */
export type ShownPage = DealPage & { readonly countedOn?: DealPage['evidence'] };

/** The page with one more record of evidence; which records stand is decided anew. */
export function withEvidence(page: ShownPage, added: EvidenceView): ShownPage {
  const evidence = [...page.evidence.filter(({ record }) => record.id !== added.record.id), added];
  const standing = new Set(standingEvidence(evidence.map(({ record }) => record)).map(({ id }) => id));
  return {
    ...page,
    evidence: evidence.map((one) => ({ ...one, stands: standing.has(one.record.id) })),
    countedOn: page.countedOn ?? page.evidence,
  };
}

export function withRetraction(page: ShownPage, evidenceId: string, reason: string, id: string): ShownPage {
  const record: EvidenceRecord = { kind: 'retraction', id, retracts: evidenceId, reason };
  const recordedAt = page.deal.updatedAt;
  return withEvidence(page, {
    record,
    stands: true,
    sourceName: null,
    recordedAt,
    recordedByName: null,
    attachmentId: null,
  });
}

export function withFacts(page: DealPage, change: FactChange): DealPage {
  const facts = {
    values: changed(page.deal.facts.values, change.values),
    lists: changed(page.deal.facts.lists, change.lists),
  } as FactSource;
  return { ...page, deal: { ...page.deal, facts } };
}

function changed(before: object, change: { readonly [key: string]: unknown } = {}): Record<string, unknown> {
  const after: Record<string, unknown> = { ...before };
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete after[key];
    else after[key] = value;
  }
  return after;
}

/** Evidence on one check: for and against, newest first; `stands` false = retracted. */
export function evidenceOn(page: DealPage, check: string) {
  return evidenceWhere(page, (record) => record.check === check && !record.aside);
}

/** Evidence that the deal's present method has no check for. */
export function evidenceAside(page: DealPage) {
  return evidenceWhere(page, ({ aside }) => aside === true);
}

function evidenceWhere(page: DealPage, is: (record: Evidence) => boolean) {
  return page.evidence.flatMap((view) => {
    const { record } = view;
    return record.kind === 'evidence' && is(record) ? [{ ...view, record }] : [];
  });
}
export type CheckEvidence = ReturnType<typeof evidenceOn>[number];
