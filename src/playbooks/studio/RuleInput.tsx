import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select } from 'antd';
import { ruleProblems, type Path } from '#method/rule-problems.ts';
import { isAll, isAny, type Rule } from '#method/rule.ts';
import { ruleWords } from '#method/rule-words.ts';
import { idOf, nameOf } from '#method/proofread/doubt.ts';
import { items } from '#method/playbook-references.ts';
import { ComparisonInput } from '#playbooks/studio/ComparisonInput.tsx';
import { useDesk } from '#playbooks/studio/desk.tsx';
import { rootOf } from '#playbooks/studio/outline.ts';
import { valueAt } from '#playbooks/studio/place.ts';
import { beginComparison, signed, withSign } from '#playbooks/studio/rule-form.ts';
import { ruleMessages } from '#playbooks/studio/rule.messages.ts';
import { spoken, useLang, useMessages } from '#ui/lang.tsx';
import styles from '#playbooks/studio/Rule.module.css';

/** A rule put together from the catalogue of facts, and read out in words below. */
export function RuleInput({ path, label }: { path: Path; label: string }) {
  const m = useMessages(ruleMessages);
  const lang = useLang();
  const { raw, edit, readOnly } = useDesk();
  const rule = valueAt(raw, path);
  const buyers = items(rootOf(raw), 'buyerStages');
  const buyerStages = buyers.flatMap((buyer) => idOf(buyer) ?? []);
  const named = Object.fromEntries(buyers.map((buyer) => [idOf(buyer) ?? '', nameOf(buyer)]));
  const set = (value: Rule | undefined) => edit([{ op: 'set', path, value }], path.join('.'));
  if (rule === undefined) {
    if (readOnly) return <span className={styles.none}>—</span>;
    return (
      <Button
        size="small"
        type="dashed"
        icon={<PlusOutlined />}
        aria-label={spoken(m.add, label)}
        onClick={() => set(beginComparison('budget.state', buyerStages))}
      >
        {m.add}
      </Button>
    );
  }
  // What is half written in the text still has a shape; of what has none the form makes nothing.
  if (ruleProblems(rule).some(({ path: at }) => at.length === 0)) return <p className={styles.none}>{m.strange}</p>;
  const known = ruleProblems(rule, { buyerStages }).length === 0;
  return (
    <div className={styles.rule}>
      <RulePart
        outermost
        rule={rule as Rule}
        label={label}
        named={named}
        readOnly={readOnly}
        onChange={set}
        onRemove={() => set(undefined)}
      />
      {known && (
        <p className={styles.reads}>
          {m.reads} <q>{ruleWords(rule as Rule, named)[lang]}</q>
        </p>
      )}
    </div>
  );
}

type PartProps = {
  outermost?: boolean;
  rule: Rule;
  label: string;
  named: { readonly [id: string]: { zh: string; en: string } };
  readOnly: boolean;
  onChange: (rule: Rule) => void;
  onRemove: () => void;
};

function RulePart({ outermost, rule: whole, label, named, readOnly, onChange, onRemove }: PartProps) {
  const m = useMessages(ruleMessages);
  const { rule, negated } = signed(whole);
  const hand = (to: Rule) => onChange(withSign(to, negated));
  const isGroup = isAll(rule) || isAny(rule);
  const buyerStages = Object.keys(named);
  const sign = (
    <Checkbox disabled={readOnly} checked={negated} onChange={(at) => onChange(withSign(rule, at.target.checked))}>
      {m.not}
    </Checkbox>
  );
  const away = !readOnly && (
    <Button type="text" size="small" icon={<CloseOutlined />} aria-label={spoken(m.remove, label)} onClick={onRemove} />
  );
  if (!isGroup)
    return (
      <div className={styles.part}>
        {'fact' in rule ? (
          <ComparisonInput comparison={rule} label={label} named={named} readOnly={readOnly} onChange={hand} />
        ) : (
          <RulePart {...{ label, named, readOnly, onRemove }} rule={rule} onChange={hand} />
        )}
        {sign}
        {outermost && !readOnly && (
          <Button
            type="text"
            size="small"
            icon={<PlusOutlined />}
            aria-label={spoken(m.addCondition, label)}
            onClick={() => onChange({ all: [whole, beginComparison('budget.state', buyerStages)] })}
          />
        )}
        {away}
      </div>
    );
  const parts = isAll(rule) ? rule.all : rule.any;
  const into = (to: readonly Rule[]) => hand(isAll(rule) ? { all: to } : { any: to });
  const without = (at: number) => {
    const rest = parts.filter((_, other) => other !== at);
    if (rest.length === 0) onRemove();
    else into(rest);
  };
  return (
    <fieldset className={styles.group}>
      <div className={styles.part}>
        <Select
          size="small"
          aria-label={label}
          disabled={readOnly}
          value={isAll(rule) ? 'all' : 'any'}
          options={(['all', 'any'] as const).map((value) => ({ value, label: m[value] }))}
          onChange={(to) => hand(to === 'all' ? { all: parts } : { any: parts })}
        />
        {sign}
        {away}
      </div>
      {parts.map((part, at) => (
        <RulePart
          // The conditions of a group have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          rule={part}
          label={`${label} ${at + 1}`}
          named={named}
          readOnly={readOnly}
          onChange={(to) => into(parts.map((old, other) => (other === at ? to : old)))}
          onRemove={() => without(at)}
        />
      ))}
      {!readOnly && (
        <div className={styles.part}>
          <Button
            size="small"
            type="dashed"
            icon={<PlusOutlined />}
            onClick={() => into([...parts, beginComparison('budget.state', buyerStages)])}
          >
            {m.addCondition}
          </Button>
          <Button
            size="small"
            type="dashed"
            icon={<PlusOutlined />}
            onClick={() => into([...parts, { any: [beginComparison('budget.state', buyerStages)] }])}
          >
            {m.addGroup}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
