import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { conditionOf } from '#method/lint/lint-rule.ts';
import { isRecord, ruleProblems, type Path } from '#method/rule-problems.ts';
import type { Rule } from '#method/rule.ts';
import { ruleWords } from '#method/rule-words.ts';
import { idOf, nameOf } from '#method/proofread/doubt.ts';
import { items } from '#method/playbook-references.ts';
import { useDesk } from '#playbooks/studio/desk.tsx';
import { rootOf } from '#playbooks/studio/outline.ts';
import { valueAt } from '#playbooks/studio/place.ts';
import { beginComparison, type FormScope } from '#playbooks/studio/rule-form.ts';
import { RulePart } from '#playbooks/studio/RulePart.tsx';
import { ruleMessages } from '#playbooks/studio/rule.messages.ts';
import { spoken, useLang, useMessages } from '#ui/lang.tsx';
import styles from '#playbooks/studio/Rule.module.css';

/** A rule put together from the catalogue of facts, and read out in words below. */
export function RuleInput({ path, label }: { path: Path; label: string }) {
  const m = useMessages(ruleMessages);
  const lang = useLang();
  const { raw, edit, readOnly } = useDesk();
  const scope = useFormScope();
  const rule = valueAt(raw, path);
  const set = (value: Rule | undefined) => edit([{ op: 'set', path, value }], path.join('.'));
  if (rule === undefined) {
    if (readOnly) return <span className={styles.none}>—</span>;
    return (
      <Button
        size="small"
        type="dashed"
        icon={<PlusOutlined />}
        aria-label={spoken(m.add, label)}
        onClick={() => set(beginComparison('budget.state', scope))}
      >
        {m.add}
      </Button>
    );
  }
  // What is half written in the text still has a shape; of what has none the form makes nothing.
  if (ruleProblems(rule).some(({ path: at }) => at.length === 0)) return <p className={styles.none}>{m.strange}</p>;
  const filled = conditionOf({ when: rule as { [key: string]: unknown }, params: scope.numbers });
  const known = ruleProblems(filled, scope).length === 0;
  return (
    <div className={styles.rule}>
      <RulePart
        outermost
        rule={rule as Rule}
        label={label}
        scope={scope}
        readOnly={readOnly}
        onChange={set}
        onRemove={() => set(undefined)}
      />
      {known && (
        <p className={styles.reads}>
          {m.reads} <q>{ruleWords(filled, scope.named, scope.further)[lang]}</q>
        </p>
      )}
    </div>
  );
}

/** The buyer's steps, and the numbers with a name, that stand in the same text. */
function useFormScope(): FormScope {
  const { raw, further } = useDesk();
  const buyers = items(rootOf(raw), 'buyerStages');
  const named = Object.fromEntries(buyers.map((buyer) => [idOf(buyer) ?? '', nameOf(buyer)]));
  const numbers = items(rootOf(raw), 'params').flatMap((param) => {
    const { value } = isRecord(param.value) ? param.value : {};
    return typeof value === 'number' ? [{ id: idOf(param) ?? '', name: nameOf(param), value }] : [];
  });
  return { buyerStages: buyers.flatMap((buyer) => idOf(buyer) ?? []), named, numbers, further };
}
