import { believe } from '#method/belief.ts';
import { dayNumber } from '#method/day-number.ts';
import type { CheckState } from '#method/check.ts';
import type { CompiledCheck, CompiledPlaybook } from '#method/compiled-playbook.ts';
import type { Evidence } from '#method/evidence.ts';
import { boolean, number, scale } from '#method/fact-type.ts';
import { type Ground, type LintFact, type LintSubject, lintFact } from '#method/lint/lint-subject.ts';
import { type Comparison, comparisons } from '#method/rule.ts';

/** Facts about what is shown and what is only believed. */
export const proofFacts = {
  /** of the newest standing record of the deal; absent without any */
  'evidence.ageDays': lintFact(
    { zh: '最近一条证据距今天数', en: 'age of the newest evidence in days' },
    number,
    (subject) => {
      const newest = newestOf(subject);
      return newest && Math.max(0, dayNumber(subject.situation.today) - dayNumber(newest.observedOn));
    },
    (subject) => {
      const newest = newestOf(subject);
      return newest ? [said(newest)] : [];
    },
  ),
  /** checks of the present stage of which anything at all is known, by a recorded fact or by evidence */
  'stage.known': lintFact(
    { zh: '本阶段有依据的检查项数', en: 'checks of the stage with anything to go by' },
    number,
    (subject) => stageChecks(subject).filter((check) => stateOf(check, subject) !== 'unknown').length,
  ),
  /** ★ checks of the present stage that would be met if their evidence were fresh */
  'stage.stale': lintFact(
    { zh: '本阶段证据过期的★项数', en: '★ checks of the stage whose evidence has gone stale' },
    number,
    (subject) => stale(subject).length,
    (subject) => stale(subject).map(named),
  ),
  /** ★ checks of stages already passed with neither a recorded fact nor evidence nor an acceptance */
  'passed.unshown': lintFact(
    { zh: '走过的阶段里没有任何依据的★项数', en: '★ checks of passed stages with nothing to go by' },
    number,
    (subject) => unshown(subject).length,
    (subject) => unshown(subject).map(named),
  ),
  /**
   * What the customer's need rests on. The checks of the need are those whose id begins with 'need' or whose rule asks
   * facts `needs.…`. Confirmed: a person or a document of the customer said so (said or stronger), or the needs tree is
   * complete without unconfirmed problems. Assumed: only our own word, hearsay, or the box 'need is explicit'.
   */
  'need.basis': lintFact(
    { zh: '需求的依据', en: 'what the need rests on' },
    scale({
      none: { zh: '还没有依据', en: 'nothing yet' },
      assumed: { zh: '我方推测', en: 'our assumption' },
      confirmed: { zh: '客户本人确认', en: 'confirmed by the customer' },
    }),
    (subject) => {
      const { values } = subject.situation.facts;
      const records = needEvidence(subject);
      const byTree = (values['needs.completePaths'] ?? 0) >= 1 && values['needs.unconfirmedProblems'] === 0;
      if (byTree || records.some(confirms)) return 'confirmed';
      return records.length > 0 || values['deal.needExplicit'] === true ? 'assumed' : 'none';
    },
    (subject) => needEvidence(subject).map(said),
  ),
  /** a rival is on record, or a competition matrix, or there is evidence on a check that asks about rivals */
  'rivals.known': lintFact({ zh: '竞争对手已查明', en: 'rivals are known' }, boolean, (subject) => {
    const { rivals, artifacts } = subject.situation.facts.lists;
    if (rivals) return true;
    if (artifacts?.some(({ kind }) => kind === 'competitionMatrix')) return true;
    return evidenceOn(subject, asksRivals).some(({ direction }) => direction === 'supports');
  }),
  /** the acceptance report, the milestone, or evidence on a check that asks about acceptance */
  'delivery.accepted': lintFact({ zh: '客户已验收', en: 'the customer has accepted' }, boolean, (subject) => {
    const { artifacts, milestones } = subject.situation.facts.lists;
    if (artifacts?.some(({ kind }) => kind === 'acceptanceReport')) return true;
    if (milestones) return milestones.some(({ kind, done }) => kind === 'acceptance' && done === true);
    return checksAsking(subject.compiled, asksAcceptance).some((check) => stateOf(check, subject) === 'met');
  }),
  'referral.asked': lintFact({ zh: '已请客户转介绍', en: 'a referral was asked' }, boolean, (subject) => {
    const { activities } = subject.situation.facts.lists;
    if (activities) return activities.some(({ kind, done }) => kind === 'referral' && done === true);
    return evidenceOn(subject, asksReferral).some(({ direction }) => direction === 'supports');
  }),
} as const satisfies { readonly [id: string]: LintFact };

/** A rule decides where its facts are recorded, else belief does: as `judgeCheck`, without words. */
export function stateOf({ check, test }: CompiledCheck, { situation }: Pick<LintSubject, 'situation'>): CheckState {
  const truth = test?.(situation.facts) ?? null;
  if (truth !== null) return truth ? 'met' : 'unmet';
  const evidence = situation.evidence.get(check.id);
  return evidence ? believe(evidence, check, situation.today).state : 'unknown';
}

type Asks = (comparison: Comparison) => boolean;
const asksNeeds: Asks = ({ fact }) => fact.startsWith('needs.');
const asksRivals: Asks = ({ fact }) => fact.startsWith('rivals.');
const asksAcceptance: Asks = ({ fact, with: picked }) =>
  fact === 'milestones.count' && picked?.['kind'] === 'acceptance';
const asksReferral: Asks = ({ fact, with: picked }) => fact === 'activities.count' && picked?.['kind'] === 'referral';

const asked = new WeakMap<CompiledPlaybook, Map<Asks, CompiledCheck[]>>();

/** The checks whose rule has such a comparison; looked up once for a playbook. */
function checksAsking(compiled: CompiledPlaybook, asks: Asks): CompiledCheck[] {
  let known = asked.get(compiled);
  if (!known) asked.set(compiled, (known = new Map()));
  let found = known.get(asks);
  if (!found) {
    found = [...compiled.checkById.values()].filter(
      ({ check }) =>
        (asks === asksNeeds && check.id.startsWith('need')) || (check.rule && comparisons(check.rule).some(asks)),
    );
    known.set(asks, found);
  }
  return found;
}

function evidenceOn({ compiled, situation }: LintSubject, asks: Asks): Evidence[] {
  return checksAsking(compiled, asks).flatMap(({ check }) => situation.evidence.get(check.id) ?? []);
}

function needEvidence(subject: LintSubject): Evidence[] {
  return evidenceOn(subject, asksNeeds).filter(({ direction }) => direction === 'supports');
}

function confirms({ source, strength }: Evidence): boolean {
  return (source.kind === 'stakeholder' || source.kind === 'document') && strength !== 'rumour';
}

function stageChecks({ compiled, stageId }: LintSubject): readonly CompiledCheck[] {
  return compiled.stageById.get(stageId)?.checks ?? [];
}

function stale(subject: LintSubject): CompiledCheck[] {
  return stageChecks(subject).filter((one) => one.check.mandatory && stateOf(one, subject) === 'stale');
}

function unshown(subject: LintSubject): CompiledCheck[] {
  const { compiled, stageId, situation } = subject;
  const passed = compiled.stages.slice(0, compiled.stageById.get(stageId)?.index ?? 0);
  return passed.flatMap(({ checks }) =>
    checks.filter(
      ({ check, test }) =>
        check.mandatory &&
        !situation.evidence.has(check.id) &&
        (test?.(situation.facts) ?? null) === null &&
        !situation.acceptances?.some((acceptance) => acceptance.check === check.id),
    ),
  );
}

function newestOf({ situation }: LintSubject): Evidence | undefined {
  let newest: Evidence | undefined;
  for (const records of situation.evidence.values())
    for (const record of records) if (!newest || record.observedOn > newest.observedOn) newest = record;
  return newest;
}

function named({ check }: CompiledCheck): Ground {
  return { kind: 'check', id: check.id, words: check.text };
}

function said({ id, statement, observedOn }: Evidence): Ground {
  return { kind: 'evidence', id, words: { zh: `${statement}（${observedOn}）`, en: `${statement} (${observedOn})` } };
}
