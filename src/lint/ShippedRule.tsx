import { InputNumber, Select, Switch } from 'antd';
import type { RuleChange } from '#method/lint/company-lint.ts';
import type { LintRule } from '#method/lint/lint-rule.ts';
import { severities, type Severity } from '#method/lint/severity.ts';
import { lintMessages } from '#lint/lint.messages.ts';
import panel from '#lint/Lint.module.css';
import styles from '#lint/LintSettings.module.css';
import { useLang, useMessages, useText } from '#ui/lang.tsx';

type Props = { rule: LintRule; change: RuleChange; readOnly: boolean; onChange: (change: RuleChange) => void };

/** A rule that ships, as the company has it: on or off, how grave, its numbers. */
export function ShippedRule({ rule, change, readOnly, onChange }: Props) {
  const m = useMessages(lintMessages);
  const lang = useLang();
  const text = useText();
  const numbers = change.params ?? {};
  const changed = Object.keys(change).length > 0;
  const put = (next: RuleChange) => onChange(Object.fromEntries(kept({ ...change, ...next })));
  /** What is as shipped is no change. */
  const kept = ({ off, severity, params = {} }: RuleChange) => {
    const tuned = Object.entries(params).filter(
      ([id, value]) => rule.params.find((param) => param.id === id)?.value !== value,
    );
    return Object.entries({
      off: off || undefined,
      severity: severity === rule.severity ? undefined : severity,
      params: tuned.length > 0 ? Object.fromEntries(tuned) : undefined,
    }).filter(([, value]) => value !== undefined);
  };
  return (
    <li className={change.off ? styles.off : undefined}>
      <Switch
        size="small"
        aria-label={`${text(rule.name)} · ${m.on}`}
        checked={!change.off}
        disabled={readOnly}
        onChange={(on) => put({ off: !on })}
      />
      <div className={styles.words}>
        <h3>{text(rule.name)}</h3>
        <p>{shownText(text(rule.says))}</p>
        {rule.params.length > 0 && (
          <div className={styles.params}>
            {rule.params.map((param) => (
              <label key={param.id}>
                {text(param.name)}
                <InputNumber
                  controls={false}
                  size="small"
                  aria-label={`${text(rule.name)} · ${text(param.name)}`}
                  min={param.min}
                  max={param.max}
                  precision={0}
                  disabled={readOnly || change.off === true}
                  value={numbers[param.id] ?? param.value}
                  onChange={(value) => put({ params: { ...numbers, [param.id]: value ?? param.value } })}
                />
              </label>
            ))}
          </div>
        )}
      </div>
      <div className={styles.set}>
        <Select<Severity>
          size="small"
          aria-label={`${text(rule.name)} · ${m.severity}`}
          disabled={readOnly || change.off === true}
          value={change.severity ?? rule.severity}
          options={Object.entries(severities).map(([value, words]) => ({
            value: value as Severity,
            label: words[lang],
          }))}
          onChange={(severity) => put({ severity })}
        />
        {changed && !readOnly && (
          <button type="button" className={panel.link} onClick={() => onChange({})}>
            {m.reset}
          </button>
        )}
      </div>
    </li>
  );
}

/** Where the deal's own value will stand. */
function shownText(says: string): string {
  return says.replaceAll(/\{[a-z]+\.[a-zA-Z]+\}/g, '…');
}
