import { defaultMapping, type MappingChoices } from '#method/playbook-mapping.ts';
import type { Playbook } from '#method/playbook.ts';
import type { Text } from '#shared/messages.ts';

/** Something of the former method and where it goes; `to` null: kept aside, of a buyer's step: not known. `same`: it has its namesake there. */
export type MappingRow = {
  readonly kind: 'stages' | 'checks' | 'buyerStages';
  readonly id: string;
  readonly name: Text;
  readonly mandatory: boolean;
  readonly to: string | null;
  readonly same: boolean;
};

/**
 * Every stage, check and buyer's step of the methods that deals come from, each once, with its goal: what was chosen, else the default.
 * Of several versions the first that has it speaks for it.
 */
export function mappingRows(befores: readonly Playbook[], after: Playbook, choices: MappingChoices): MappingRow[] {
  const rows = new Map<string, MappingRow>();
  for (const before of befores) {
    const mapping = defaultMapping(before, after);
    for (const row of [
      ...before.stages.flatMap((stage) => [
        { kind: 'stages' as const, id: stage.id, name: stage.name, mandatory: false },
        ...stage.checks.map(({ id, text, mandatory }) => ({ kind: 'checks' as const, id, name: text, mandatory })),
      ]),
      ...before.buyerStages.map(({ id, name }) => ({ kind: 'buyerStages' as const, id, name, mandatory: false })),
    ]) {
      const key = `${row.kind}.${row.id}`;
      const own = mapping[row.kind][row.id] ?? null;
      const chosen = choices[row.kind]?.[row.id];
      if (!rows.has(key)) rows.set(key, { ...row, to: chosen === undefined ? own : chosen, same: own === row.id });
    }
  }
  return [...rows.values()];
}

/** The choices with one more; what is the default anyway need not be said. */
export function chosenAlso(
  choices: MappingChoices,
  { kind, id }: Pick<MappingRow, 'kind' | 'id'>,
  to: string | null,
): MappingChoices {
  return { ...choices, [kind]: { ...choices[kind], [id]: to } };
}
