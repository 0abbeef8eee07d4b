import type { Finding } from '#method/lint/lint.ts';

/** What a deal's row keeps of its lint, for lists: the rules that fire, worst first, and how many are serious. */
export function keptLints(standing: readonly Pick<Finding, 'rule' | 'severity'>[]) {
  return {
    lints: standing.map(({ rule }) => rule),
    lintSerious: standing.filter(({ severity }) => severity === 'serious').length,
  };
}
