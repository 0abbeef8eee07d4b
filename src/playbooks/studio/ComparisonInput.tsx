import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import type { FactType, Scalar } from '#method/fact-type.ts';
import { paramOf } from '#method/lint/lint-rule.ts';
import { isRecord } from '#method/rule-problems.ts';
import { type Comparison, countDefinition, operatorOf, type Operator } from '#method/rule.ts';
import { typeOf } from '#method/rule-words.ts';
import {
  beginComparison,
  compareBy,
  compareTo,
  factChoices,
  firstValue,
  type FormScope,
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
  scope: FormScope;
  readOnly: boolean;
  onChange: (comparison: Comparison) => void;
};

/** One fact against a value of its type; of a counted fact also which rows count. */
export function ComparisonInput({ comparison, label, scope, readOnly, onChange }: Props) {
  const m = useMessages(ruleMessages);
  const lang = useLang();
  const type = typeOf(comparison, scope.further);
  const operator = operatorOf(comparison);
  // What is written otherwise can be seen, and left.
  const allowed = [...new Set([...operatorsFor(type, scope), operator])];
  const count = countDefinition(comparison.fact);
  const limits = Object.entries(comparison.with ?? {});
  const free = Object.keys(count?.params ?? {}).filter((param) => comparison.with?.[param] === undefined);
  const facts = (counted: boolean) =>
    factChoices(scope.further)
      .filter((fact) => fact.counted === counted)
      .map(({ id, name }) => ({ value: id, label: name[lang] }));
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
        onChange={(fact) => onChange(beginComparison(fact, scope))}
      />
      {limits.map(([param, value]) => (
        <span key={param} className={styles.limit}>
          {count?.params[param]?.name[lang] ?? param}
          <ValueInput
            type={limitType(comparison.fact, param)}
            value={value}
            label={`${label} · ${count?.params[param]?.name[lang] ?? param}`}
            scope={scope}
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
            param && onChange(setLimit(comparison, param, firstValue(limitType(comparison.fact, param), scope)))
          }
        />
      )}
      <Select<Operator>
        size="small"
        aria-label={`${label} · ${m.operator}`}
        disabled={readOnly}
        popupMatchSelectWidth={false}
        value={operator}
        options={allowed.map((value) => ({ value, label: m.operators[value] }))}
        onChange={(to) => onChange(compareBy(comparison, to, scope))}
      />
      <Wanted {...{ comparison, operator, type, label, scope, readOnly, onChange }} />
    </div>
  );
}

function Wanted({
  comparison,
  operator,
  type,
  label,
  scope,
  readOnly,
  onChange,
}: Props & { operator: Operator; type: FactType }) {
  const m = useMessages(ruleMessages);
  const lang = useLang();
  const shared = { scope, readOnly, label: `${label} · ${m.value}` };
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
        options={choicesOf(type, scope, lang)}
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
  scope: FormScope;
  readOnly: boolean;
  onChange: (value: Scalar) => void;
};

/** A value of the fact's type. Money is typed in whole units and kept in minor ones. */
function ValueInput({ type, value, label, scope, readOnly, onChange }: ValueProps) {
  const m = useMessages(ruleMessages);
  const lang = useLang();
  const shared = { 'aria-label': label, disabled: readOnly };
  switch (type.kind) {
    case 'number': {
      const scale = type.unit === 'minorUnits' ? 100 : 1;
      const { numbers } = scope;
      const named = numbers.find(({ id }) => isRecord(value) && paramOf(value) === id);
      const source = numbers.length > 0 && (
        <Select
          size="small"
          aria-label={`${label} · ${m.numberFrom}`}
          disabled={readOnly}
          popupMatchSelectWidth={false}
          value={named?.id ?? ''}
          options={[
            { value: '', label: m.fixedNumber },
            ...numbers.map(({ id, name }) => ({ value: id, label: name[lang] })),
          ]}
          onChange={(id: string) => onChange(id === '' ? (named?.value ?? 0) : ({ param: id } as unknown as Scalar))}
        />
      );
      if (named) return source;
      const number = (
        <InputNumber
          {...shared}
          size="small"
          className={styles.numeric}
          value={typeof value === 'number' ? value / scale : null}
          suffix={type.unit === 'percent' ? '%' : undefined}
          onChange={(to) => to !== null && onChange(Math.round(to * scale))}
        />
      );
      return source ? (
        <>
          {source}
          {number}
        </>
      ) : (
        number
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
    case 'buyerStage':
      if (type.kind === 'buyerStage' && scope.buyerStages.length > 0) break;
      return <Input {...shared} size="small" value={String(value)} onChange={(at) => onChange(at.target.value)} />;
    default:
  }
  return (
    <Select
      {...shared}
      size="small"
      popupMatchSelectWidth={false}
      value={String(value)}
      options={choicesOf(type, scope, lang)}
      onChange={onChange}
    />
  );
}

function choicesOf(type: FactType, { named }: FormScope, lang: 'zh' | 'en') {
  const words =
    type.kind === 'buyerStage' ? named : type.kind === 'choice' || type.kind === 'choices' ? type.words : {};
  return Object.entries(words).map(([value, text]) => ({ value, label: text[lang] }));
}
