import type { Finding } from '#method/lint/lint.ts';

/** What a deal's row keeps of its lint, for lists: the rules that fire, worst first, and how many are serious. */
export type KeptLints = { readonly lints: string[]; readonly lintSerious: number };

export function keptLints(standing: readonly Pick<Finding, 'rule' | 'severity'>[]): KeptLints {
  return {
    lints: standing.map(({ rule }) => rule),
    lintSerious: standing.filter(({ severity }) => severity === 'serious').length,
  };
}
