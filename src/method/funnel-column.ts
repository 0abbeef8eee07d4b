import type { FactSource } from '#method/fact-source.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import type { FunnelColumn } from '#method/playbook.ts';
import { compileRule } from '#method/rule-compile.ts';

/**
 * The funnel column that a deal of this stage is counted in: the last of the stage's columns whose condition holds,
 * so that a narrower column ('deposit called') stands after the wide one.
 */
export function funnelColumnOf(compiled: CompiledPlaybook, stage: string, facts: FactSource): FunnelColumn | undefined {
  return compiled.playbook.funnel.findLast(
    (column) => column.stage === stage && (!column.when || compileRule(column.when, compiled.scope)(facts) === true),
  );
}
