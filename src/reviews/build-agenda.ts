import type { Deal } from '#deals/deal.ts';
import { unhealed } from '#method/advance.ts';
import type { Situation } from '#method/check.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import { evaluateGate, type Gate, type Miss } from '#method/gate.ts';
import type { Finding } from '#method/lint/lint.ts';
import type { Agenda, AgendaMiss } from '#reviews/agenda.ts';
import type { Change } from '#reviews/changes.ts';
import type { Retest } from '#reviews/retest.ts';
import type { Day } from '#shared/day.ts';

export type AgendaFacts = {
  today: Day;
  since: Day | null;
  deal: Deal;
  ownerName: string | null;
  compiled: CompiledPlaybook;
  situation: Situation;
  gate: Gate;
  days: number;
  usualDays: number | null;
  /** Of those who overrode or accepted, by id. */
  names: ReadonlyMap<string, string>;
  findings: readonly Finding[];
  changes: readonly Change[];
  last: Retest | null;
};

/** The agenda of one deal. A deal that is over or rests has no gate to talk about. */
export function agendaOf(facts: AgendaFacts): Agenda {
  const { deal, compiled, gate, situation, names } = facts;
  const under = deal.state === 'open' || (deal.state === 'won' && deal.finishedOn === null);
  const mandatory = gate.judgements.filter((judgement) => judgement.mandatory);
  const nameOf = (id: string) => names.get(id) ?? '';
  return {
    on: facts.today,
    since: facts.since,
    stage: stageWords(compiled, deal.stageId),
    state: deal.state,
    days: facts.days,
    usualDays: facts.usualDays,
    gateMet: mandatory.filter(({ met }) => met).length,
    gateTotal: mandatory.length,
    amount: deal.amount ?? null,
    currency: deal.currency,
    closeOn: deal.closeOn ?? null,
    grade: deal.grade ?? null,
    ownerName: facts.ownerName,
    misses: under ? onceEach(gate.misses).map(missOf) : [],
    overrides: deal.overrides
      .map(({ by, ...override }) => {
        const then = evaluateGate(compiled, override.stage, situation);
        const keys = unhealed({ ...override, by }, then);
        const missing = then.misses.filter(({ key }) => keys.includes(key)).map(({ words }) => words);
        const { on, reason, stage } = override;
        return { stage: stageWords(compiled, stage), by: nameOf(by), on, reason, missing };
      })
      .filter(({ missing }) => missing.length > 0),
    acceptances: deal.acceptances.map(({ check, by, on, plan }) => ({
      check: compiled.checkById.get(check)?.check.text ?? { zh: check, en: check },
      by: nameOf(by),
      on,
      plan,
    })),
    findings: facts.findings.map(({ rule, name, severity, says, cure }) => ({
      rule,
      name,
      severity,
      says,
      cure: cure.act,
      question: cure.question?.text ?? null,
    })),
    changes: [...facts.changes],
    last: facts.last,
  };
}

function onceEach(misses: readonly Miss[]): Miss[] {
  return [...new Map(misses.map((miss) => [miss.key, miss])).values()];
}

function missOf(miss: Miss): AgendaMiss {
  const { act, who, question, by } = miss.act;
  const check = miss.kind === 'check' ? miss.check : null;
  return { key: miss.key, check, words: miss.words, act, who, question: question ?? null, by };
}

function stageWords(compiled: CompiledPlaybook, id: string) {
  return compiled.stageById.get(id)?.stage.name ?? { zh: id, en: id };
}
