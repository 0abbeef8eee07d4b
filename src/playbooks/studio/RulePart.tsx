import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select } from 'antd';
import { isAll, isAny, type Rule } from '#method/rule.ts';
import { ComparisonInput } from '#playbooks/studio/ComparisonInput.tsx';
import { beginComparison, type FormScope, signed, withSign } from '#playbooks/studio/rule-form.ts';
import { ruleMessages } from '#playbooks/studio/rule.messages.ts';
import { spoken, useMessages } from '#ui/lang.tsx';
import styles from '#playbooks/studio/Rule.module.css';

type Props = {
  outermost?: boolean;
  rule: Rule;
  label: string;
  scope: FormScope;
  readOnly: boolean;
  onChange: (rule: Rule) => void;
  onRemove: () => void;
};

/** A rule put together from the catalogue of facts: a comparison, or a group of rules; 'not' is a mark beside it. */
export function RulePart({ outermost, rule: whole, label, scope, readOnly, onChange, onRemove }: Props) {
  const m = useMessages(ruleMessages);
  const { rule, negated } = signed(whole);
  const hand = (to: Rule) => onChange(withSign(to, negated));
  const isGroup = isAll(rule) || isAny(rule);
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
          <ComparisonInput comparison={rule} label={label} scope={scope} readOnly={readOnly} onChange={hand} />
        ) : (
          <RulePart {...{ label, scope, readOnly, onRemove }} rule={rule} onChange={hand} />
        )}
        {sign}
        {outermost && !readOnly && (
          <Button
            type="text"
            size="small"
            icon={<PlusOutlined />}
            aria-label={spoken(m.addCondition, label)}
            onClick={() => onChange({ all: [whole, beginComparison('budget.state', scope)] })}
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
          scope={scope}
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
            onClick={() => into([...parts, beginComparison('budget.state', scope)])}
          >
            {m.addCondition}
          </Button>
          <Button
            size="small"
            type="dashed"
            icon={<PlusOutlined />}
            onClick={() => into([...parts, { any: [beginComparison('budget.state', scope)] }])}
          >
            {m.addGroup}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
