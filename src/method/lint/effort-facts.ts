import { dayNumber } from '#method/day-number.ts';
import { number } from '#method/fact-type.ts';
import { type LintFact, lintFact } from '#method/lint/lint-subject.ts';

/** How far back effort counts, days. */
export const effortDays = 30;

/** Facts that set what we ask or spend beside what there is. */
export const effortFacts = {
  /** by so much per cent our amount is above the customer's budget; negative: below; absent unless both are recorded */
  'budget.abovePercent': lintFact(
    { zh: '我方金额超出客户预算（%）', en: 'our amount above the budget (%)' },
    { kind: 'number', unit: 'percent' },
    ({ situation }) => {
      const { 'budget.amount': budget, 'deal.amount': ours } = situation.facts.values;
      if (budget === undefined || ours === undefined || budget <= 0) return undefined;
      return Math.round((1000 * (ours - budget)) / budget) / 10;
    },
  ),
  /** evidence observed and tasks done within the last 30 days: what the deal took of us */
  'effort.acts': lintFact(
    { zh: '近30天投入的动作数', en: 'acts of the last 30 days' },
    number,
    ({ situation, steps }) => {
      const first = dayNumber(situation.today) - effortDays;
      let acts = 0;
      for (const records of situation.evidence.values())
        for (const { observedOn } of records) if (dayNumber(observedOn) > first) acts++;
      for (const { doneOn } of steps) if (doneOn !== null && dayNumber(doneOn) > first) acts++;
      return acts;
    },
  ),
} as const satisfies { readonly [id: string]: LintFact };
