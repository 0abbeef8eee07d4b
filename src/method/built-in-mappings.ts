/** What the shipped methods have in common beyond equal ids, rules and words; [former, next] → former id → next id. */
type Pairs = {
  readonly stages: { readonly [stage: string]: string };
  readonly checks: { readonly [check: string]: string };
  readonly buyerStages: { readonly [step: string]: string };
};

/**
 * Evidence goes from the stronger claim to the weaker or equal one only: trust held shows that the key person was met, a
 * meeting does not show trust. Source: Playbooks P1, P3, laid side by side by the buyer's steps.
 */
const sixStepToIndustrial: Pairs = {
  stages: {
    analyse: 'develop',
    trust: 'enter',
    needs: 'propose',
    value: 'bid',
    commitment: 'negotiate',
    collect: 'deliver',
  },
  checks: {
    'guide-found': 'insider-found',
    'roles-identified': 'roles-mapped',
    'budget-known': 'budget-known',
    'timetable-known': 'timetable-known',
    'key-people-trust': 'key-person-met',
    'requirement-in-writing': 'need-known',
    'features-in-criteria': 'criteria-include-us',
    'matrix-filled': 'rivals-known',
    'proposal-issued': 'proposal-issued',
    'presentation-held': 'exchange-held',
    'negotiation-recorded': 'terms-recorded',
    'price-approved': 'cost-and-margin',
    'contract-signed': 'contract-signed',
    'reviews-passed': 'credit-known',
    'delivered-and-accepted': 'accepted',
    'all-paid': 'project-closed',
    'satisfaction-asked': 'satisfaction-asked',
    'referral-asked': 'next-project-asked',
  },
  buyerStages: {
    discover: 'approve',
    deliberate: 'approve',
    design: 'specify',
    evaluate: 'tender',
    commit: 'commit',
    use: 'install',
  },
};

const industrialToSixStep: Pairs = {
  stages: {
    develop: 'analyse',
    enter: 'trust',
    propose: 'needs',
    bid: 'value',
    negotiate: 'commitment',
    deliver: 'collect',
  },
  checks: {
    'budget-known': 'budget-known',
    'timetable-known': 'timetable-known',
    'rivals-known': 'matrix-filled',
    'evaluated-and-graded': 'worth-it',
    'insider-found': 'guide-found',
    'roles-mapped': 'roles-identified',
    'exchange-held': 'presentation-held',
    'proposal-issued': 'proposal-issued',
    'criteria-include-us': 'features-in-criteria',
    'cost-and-margin': 'price-approved',
    'contract-signed': 'contract-signed',
    'terms-recorded': 'negotiation-recorded',
    accepted: 'delivered-and-accepted',
    'satisfaction-asked': 'satisfaction-asked',
    'next-project-asked': 'referral-asked',
  },
  buyerStages: {
    approve: 'discover',
    screen: 'deliberate',
    specify: 'design',
    tender: 'evaluate',
    commit: 'commit',
    install: 'use',
  },
};

export const builtInMappings: readonly { readonly from: string; readonly to: string; readonly pairs: Pairs }[] = [
  { from: 'six-step', to: 'industrial', pairs: sixStepToIndustrial },
  { from: 'industrial', to: 'six-step', pairs: industrialToSixStep },
];
