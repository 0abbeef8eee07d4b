import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import type { FactType, Scalar } from '#method/fact-type.ts';
import { type Comparison, countDefinition, operatorOf, type Operator } from '#method/rule.ts';
import { typeOf } from '#method/rule-words.ts';
import type { Named } from '#playbooks/studio/desk.tsx';
import {
  beginComparison,
  compareBy,
  compareTo,
  factChoices,
  firstValue,
  limitType,
  operatorsFor,
  setLimit,
} from '#playbooks/studio/rule-form.ts';
import { ruleMessages } from '#playbooks/studio/rule.messages.ts';
import { DayPicker } from '#ui/DayPicker.tsx';
import { spoken, useLang, useMessages } from '#ui/lang.tsx';
import styles from '#playbooks/studio/Rule.module.css';

type Props = {
  comparison: Comparison;
  label: string;
  named: Named;
  readOnly: boolean;
  onChange: (comparison: Comparison) => void;
};

/** One fact against a value of its type; of a counted fact also which rows count. */
export function ComparisonInput({ comparison, label, named, readOnly, onChange }: Props) {
  const m = useMessages(ruleMessages);
  const lang = useLang();
  const type = typeOf(comparison);
  const buyerStages = Object.keys(named);
  const operator = operatorOf(comparison);
  const count = countDefinition(comparison.fact);
  const limits = Object.entries(comparison.with ?? {});
  const free = Object.keys(count?.params ?? {}).filter((param) => comparison.with?.[param] === undefined);
  const facts = (counted: boolean) =>
    factChoices.filter((fact) => fact.counted === counted).map(({ id, name }) => ({ value: id, label: name[lang] }));
  return (
    <div className={styles.comparison}>
      <Select
        size="small"
        className={styles.fact}
        aria-label={`${label} · ${m.fact}`}
        disabled={readOnly}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={comparison.fact}
        options={[
          { label: m.fact, options: facts(false) },
          { label: m.counted, options: facts(true) },
        ]}
        onChange={(fact) => onChange(beginComparison(fact, buyerStages))}
      />
      {limits.map(([param, value]) => (
        <span key={param} className={styles.limit}>
          {count?.params[param]?.name[lang] ?? param}
          <ValueInput
            type={limitType(comparison.fact, param)}
            value={value}
            label={`${label} · ${count?.params[param]?.name[lang] ?? param}`}
            named={named}
            readOnly={readOnly}
            onChange={(to) => onChange(setLimit(comparison, param, to))}
          />
          {!readOnly && (
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              aria-label={spoken(m.remove, count?.params[param]?.name[lang] ?? param)}
              onClick={() => onChange(setLimit(comparison, param, undefined))}
            />
          )}
        </span>
      ))}
      {count && free.length > 0 && !readOnly && (
        <Select
          size="small"
          variant="borderless"
          className={styles.addLimit}
          aria-label={`${label} · ${m.addLimit}`}
          suffixIcon={<PlusOutlined />}
          popupMatchSelectWidth={false}
          placeholder={m.addLimit}
          value={null}
          options={free.map((param) => ({ value: param, label: count.params[param]!.name[lang] }))}
          onChange={(param: string | null) =>
            param && onChange(setLimit(comparison, param, firstValue(limitType(comparison.fact, param), buyerStages)))
          }
        />
      )}
      <Select<Operator>
        size="small"
        aria-label={`${label} · ${m.operator}`}
        disabled={readOnly}
        popupMatchSelectWidth={false}
        value={operator}
        options={operatorsFor(type).map((value) => ({ value, label: m.operators[value] }))}
        onChange={(to) => onChange(compareBy(comparison, to, buyerStages))}
      />
      <Wanted {...{ comparison, operator, type, label, named, readOnly, onChange }} />
    </div>
  );
}

function Wanted({
  comparison,
  operator,
  type,
  label,
  named,
  readOnly,
  onChange,
}: Props & { operator: Operator; type: FactType }) {
  const m = useMessages(ruleMessages);
  const lang = useLang();
  const shared = { named, readOnly, label: `${label} · ${m.value}` };
  if (operator === 'recorded')
    return (
      <Select
        size="small"
        aria-label={shared.label}
        disabled={readOnly}
        value={comparison.recorded === true}
        options={[
          { value: true, label: m.recordedYes },
          { value: false, label: m.recordedNo },
        ]}
        onChange={(to) => onChange(compareTo(comparison, to))}
      />
    );
  if (operator === 'oneOf')
    return (
      <Select
        size="small"
        mode="multiple"
        className={styles.several}
        aria-label={shared.label}
        disabled={readOnly}
        value={[...(comparison.oneOf ?? [])] as string[]}
        options={choicesOf(type, named, lang)}
        onChange={(to: string[]) => onChange(compareTo(comparison, to))}
      />
    );
  return (
    <ValueInput
      {...shared}
      type={type}
      value={comparison[operator] as Scalar}
      onChange={(to) => onChange(compareTo(comparison, to))}
    />
  );
}

type ValueProps = {
  type: FactType;
  value: Scalar;
  label: string;
  named: Named;
  readOnly: boolean;
  onChange: (value: Scalar) => void;
};

/** A value of the fact's type. Money is typed in whole units and kept in minor ones. */
function ValueInput({ type, value, label, named, readOnly, onChange }: ValueProps) {
  const m = useMessages(ruleMessages);
  const lang = useLang();
  const shared = { 'aria-label': label, disabled: readOnly };
  switch (type.kind) {
    case 'number': {
      const scale = type.unit === 'minorUnits' ? 100 : 1;
      return (
        <InputNumber
          {...shared}
          size="small"
          className={styles.numeric}
          value={typeof value === 'number' ? value / scale : null}
          suffix={type.unit === 'percent' ? '%' : undefined}
          onChange={(to) => to !== null && onChange(Math.round(to * scale))}
        />
      );
    }
    case 'boolean':
      return (
        <Select
          {...shared}
          size="small"
          value={value === true}
          options={[
            { value: true, label: m.yes },
            { value: false, label: m.no },
          ]}
          onChange={onChange}
        />
      );
    case 'day':
      return <DayPicker {...shared} value={String(value)} onChange={(to) => to && onChange(to)} />;
    case 'text':
      return <Input {...shared} size="small" value={String(value)} onChange={(at) => onChange(at.target.value)} />;
    default:
      return (
        <Select
          {...shared}
          size="small"
          popupMatchSelectWidth={false}
          value={String(value)}
          options={choicesOf(type, named, lang)}
          onChange={onChange}
        />
      );
  }
}

function choicesOf(type: FactType, named: Named, lang: 'zh' | 'en') {
  const words =
    type.kind === 'buyerStage' ? named : type.kind === 'choice' || type.kind === 'choices' ? type.words : {};
  return Object.entries(words).map(([value, text]) => ({ value, label: text[lang] }));
}
