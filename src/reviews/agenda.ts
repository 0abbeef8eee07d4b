import { z } from 'zod';
import { dealGrades, dealStates } from '#deals/deal.ts';
import type { Deal } from '#deals/deal.ts';
import { unhealed } from '#method/advance.ts';
import type { Situation } from '#method/check.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import { evaluateGate, type Gate, type Miss } from '#method/gate.ts';
import type { Finding } from '#method/lint/lint.ts';
import { Severity } from '#method/lint/lint-rule.ts';
import { questionKinds } from '#method/scales.ts';
import { Day } from '#shared/day.ts';
import { Currency, MinorUnits } from '#shared/money.ts';
import { Change, Words } from '#reviews/changes.ts';
import { Retest } from '#reviews/retest.ts';

const AgendaMiss = z.object({
  key: z.string(),
  check: z.string().nullable().meta({ description: 'null: a result to make, or the step of the buyer' }),
  words: Words,
  act: Words,
  who: Words.meta({ description: 'Whom to go to: a person of the deal, else a role' }),
  question: z
    .object({ kind: z.enum(Object.keys(questionKinds) as [keyof typeof questionKinds]), text: Words })
    .nullable(),
  by: Day,
});
export type AgendaMiss = z.infer<typeof AgendaMiss>;

/** What is on the table about one deal: from its gate, from what changed, from what the last review left (Domain §14). */
export const Agenda = z.object({
  on: Day.meta({ description: 'The day it was judged' }),
  since: Day.nullable().meta({ description: 'What changed is told from this day on' }),
  stage: Words,
  state: z.enum(dealStates),
  days: z.int().meta({ description: 'Whole days in the stage' }),
  usualDays: z.int().nullable(),
  gateMet: z.int(),
  gateTotal: z.int(),
  amount: MinorUnits.nullable(),
  currency: Currency,
  closeOn: Day.nullable(),
  grade: z.enum(dealGrades).nullable(),
  ownerName: z.string().nullable(),
  misses: z.array(AgendaMiss),
  overrides: z.array(z.object({ stage: Words, by: z.string(), on: Day, reason: z.string(), missing: z.array(Words) })),
  acceptances: z.array(z.object({ check: Words, by: z.string(), on: Day, plan: z.string() })),
  findings: z
    .array(
      z.object({
        rule: z.string(),
        name: Words,
        severity: Severity,
        says: Words,
        cure: Words,
        question: Words.nullable(),
      }),
    )
    .meta({ description: 'What the lint finds, worst first; what somebody let be is left out' }),
  changes: z.array(Change),
  last: Retest.nullable(),
});
export type Agenda = z.infer<typeof Agenda>;

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

/** The questions to ask about a deal, one each, in the order of what is missing: a session begins with them. */
export function questionsOf({ misses }: Pick<Agenda, 'misses'>): AgendaMiss[] {
  const asked = new Set<string>();
  return misses.filter(({ question }) => {
    if (!question || asked.has(question.text.zh)) return false;
    asked.add(question.text.zh);
    return true;
  });
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
