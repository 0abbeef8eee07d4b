import type { FactSource } from '#method/fact-source.ts';
import type { Rule } from '#method/rule.ts';
import { type Explanation, explainRule } from '#method/rule-explain.ts';

/** How ripe a deal is: lead 线索 → opportunity 商机 → project 项目. */
export type DealClass = 'lead' | 'opportunity' | 'project';

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

/** A project has to be an opportunity first. Both explanations come along, to show what is still wanting. */
export function classify(
  facts: FactSource,
  rules: ClassRules = defaultClassRules,
): { readonly dealClass: DealClass; readonly opportunity: Explanation; readonly project: Explanation } {
  const scope = { buyerStages: [] };
  const opportunity = explainRule(rules.opportunity, facts, scope);
  const project = explainRule(rules.project, facts, scope);
  const dealClass = opportunity.truth !== true ? 'lead' : project.truth === true ? 'project' : 'opportunity';
  return { dealClass, opportunity, project };
}
