import type { Fault } from '#method/proofread/proofread.ts';
import { lintFacts } from '#method/lint/lint-facts.ts';
import { ownRuleFields, ownRuleNumbers } from '#lint/own-rule.ts';
import { DeskContext } from '#playbooks/studio/desk.tsx';
import type { Edit } from '#playbooks/studio/draft-text.ts';
import { FieldRow } from '#playbooks/studio/FieldRow.tsx';

type Props = {
  raw: unknown;
  faults: readonly Fault[];
  readOnly: boolean;
  onEdit: (edits: readonly Edit[]) => void;
};

/** A lint rule put together as the studio puts together a method's: its condition may also ask the lint facts. */
export function OwnRuleForm({ raw, faults, readOnly, onEdit }: Props) {
  const desk = {
    raw,
    findings: faults,
    readOnly,
    further: lintFacts,
    selected: [],
    select: () => undefined,
    edit: onEdit,
  };
  const at = ownRuleFields.findIndex(({ kind }) => kind === 'rule') + 1;
  // Numbers with a name stand below the condition that takes them.
  const fields = [...ownRuleFields.slice(0, at), ...ownRuleNumbers(raw), ...ownRuleFields.slice(at)];
  return (
    <DeskContext value={desk}>
      <div>
        {fields.map((field) => (
          <FieldRow key={field.at} field={field} path={[]} />
        ))}
      </div>
    </DeskContext>
  );
}
