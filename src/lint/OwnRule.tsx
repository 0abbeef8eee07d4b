import { Button, Input } from 'antd';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Fault } from '#method/proofread/proofread.ts';
import type { RuleTrial } from '#lint/lint.contract.ts';
import { lintMessages } from '#lint/lint.messages.ts';
import { ownRuleFaults, ownRuleName, ownRulePlace, withoutIdleNumbers } from '#lint/own-rule.ts';
import { OwnRuleForm } from '#lint/OwnRuleForm.tsx';
import { lintClient } from '#lint/lint.queries.tsx';
import styles from '#lint/LintSettings.module.css';
import { editText } from '#playbooks/studio/draft-text.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';

type Props = {
  label: string;
  text: string;
  readOnly: boolean;
  onChange: (text: string) => void;
  onRemove: () => void;
};

/** A rule of the company's own, as a form and as text: what is wrong with it, and how often it would fire. */
export function OwnRule({ label, text, readOnly, onChange, onRemove }: Props) {
  const m = useMessages(lintMessages);
  const lang = useLang();
  const { raw, faults } = useMemo(() => ownRuleFaults(text), [text]);
  const change = (next: string) => {
    setTrial(undefined);
    onChange(next);
  };
  const [trial, setTrial] = useState<RuleTrial>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const tryIt = async () => {
    setBusy(true);
    setError(undefined);
    await lintClient.tryRule({ text }).then(setTrial, setError);
    setBusy(false);
  };
  return (
    <div className={styles.own}>
      <h3>{ownRuleName(raw)?.[lang] ?? label}</h3>
      <div className={styles.sides}>
        {raw === undefined ? (
          <p className={styles.soft}>{m.ownUnreadable}</p>
        ) : (
          <OwnRuleForm
            raw={raw}
            faults={faults}
            readOnly={readOnly}
            onEdit={(edits) => change(withoutIdleNumbers(editText(text, edits)))}
          />
        )}
        <div className={styles.text}>
          <Input.TextArea
            aria-label={label}
            autoSize={{ minRows: 6, maxRows: 30 }}
            maxLength={10_000}
            spellCheck={false}
            readOnly={readOnly}
            value={text}
            onChange={({ target }) => change(target.value)}
          />
          <p className={styles.soft}>{m.ownWrite}</p>
        </div>
      </div>
      {faults.length > 0 && <Faults faults={faults} />}
      {!readOnly && (
        <div className={styles.acts}>
          <Button size="small" loading={busy} disabled={faults.length > 0} onClick={() => void tryIt()}>
            {m.ownTry}
          </Button>
          <Button size="small" type="text" danger onClick={onRemove}>
            {m.ownRemove}
          </Button>
        </div>
      )}
      <RefusalAlert error={error} issues />
      {trial && <Trial trial={trial} />}
    </div>
  );
}

function Faults({ faults }: { faults: readonly Fault[] }) {
  const m = useMessages(lintMessages);
  const lang = useLang();
  return (
    <div role="alert" className={styles.faults}>
      <strong>{m.faults(faults.length)}</strong>
      <ul>
        {faults.map(({ at, path, line, words }) => (
          <li key={`${at} ${words.en}`}>
            {[line && m.line(line), ownRulePlace(path)[lang], words[lang]].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Trial({ trial }: { trial: RuleTrial }) {
  const m = useMessages(lintMessages);
  const lang = useLang();
  return (
    <div role="status">
      <strong>{m.tried(trial.fires, trial.looked)}</strong>
      <ul>
        {trial.examples.map(({ id, name, says }) => (
          <li key={id}>
            <Link to={`/deals/${id}`}>{name}</Link> <span className={styles.soft}>{says[lang]}</span>
          </li>
        ))}
      </ul>
      <p className={styles.soft}>{m.asksTitle}</p>
      <p className={styles.asks}>{trial.asks?.map((line) => line[lang]).join('\n')}</p>
    </div>
  );
}
