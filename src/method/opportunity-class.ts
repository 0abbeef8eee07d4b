import type { FactSource } from '#method/fact-source.ts';
import type { Rule } from '#method/rule.ts';
import { compileRule } from '#method/rule-compile.ts';
import { type Explanation, explainRule } from '#method/rule-explain.ts';
import type { DealClass } from '#method/scales.ts';

/** Rules as data, so that a company can set its own lines. Source: seven-step method, Playbooks P2 1.3 and 2.3. */
export type ClassRules = { readonly opportunity: Rule; readonly project: Rule };

export const defaultClassRules: ClassRules = {
  opportunity: {
    all: [
      { fact: 'deal.amount', atLeast: 1 },
      { fact: 'deal.productLines', atLeast: 1 },
      // Not having asked whether the need is explicit does not bar; having been told that it is not, does.
      {
        any: [
          { fact: 'deal.needExplicit', recorded: false },
          { fact: 'deal.needExplicit', is: true },
        ],
      },
    ],
  },
  project: {
    all: [
      { fact: 'project.approval', is: 'approved' },
      { fact: 'budget.state', atLeast: 'approved' },
    ],
  },
};

const scope = { buyerStages: [] };
const isOpportunity = compileRule(defaultClassRules.opportunity, scope);
const isProject = compileRule(defaultClassRules.project, scope);

/** The class alone, with the least work: it is itself a fact that a method's rules may ask for. */
export function classOf(facts: FactSource): DealClass {
  if (isOpportunity(facts) !== true) return 'lead';
  return isProject(facts) === true ? 'project' : 'opportunity';
}

/** A project has to be an opportunity first. Both explanations come along, to show what is still wanting. */
export function classify(
  facts: FactSource,
  rules: ClassRules = defaultClassRules,
): { readonly dealClass: DealClass; readonly opportunity: Explanation; readonly project: Explanation } {
  const opportunity = explainRule(rules.opportunity, facts, scope);
  const project = explainRule(rules.project, facts, scope);
  const dealClass = opportunity.truth !== true ? 'lead' : project.truth === true ? 'project' : 'opportunity';
  return { dealClass, opportunity, project };
}
