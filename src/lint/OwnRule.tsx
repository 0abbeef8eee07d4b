import { Button, Input } from 'antd';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RuleTrial } from '#lint/lint.contract.ts';
import { lintMessages } from '#lint/lint.messages.ts';
import { lintClient } from '#lint/lint.queries.tsx';
import styles from '#lint/LintSettings.module.css';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';

type Props = {
  label: string;
  text: string;
  readOnly: boolean;
  onChange: (text: string) => void;
  onRemove: () => void;
};

/** A rule of the company's own: its text, what it asks in words, what is wrong with it, and how often it would fire. */
export function OwnRule({ label, text, readOnly, onChange, onRemove }: Props) {
  const m = useMessages(lintMessages);
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
      <h3>{label}</h3>
      <Input.TextArea
        aria-label={label}
        autoSize={{ minRows: 6, maxRows: 24 }}
        maxLength={10_000}
        spellCheck={false}
        readOnly={readOnly}
        value={text}
        onChange={({ target }) => {
          setTrial(undefined);
          onChange(target.value);
        }}
      />
      {!readOnly && (
        <div className={styles.acts}>
          <Button size="small" loading={busy} disabled={!text.trim()} onClick={() => void tryIt()}>
            {m.ownTry}
          </Button>
          <Button size="small" type="text" danger onClick={onRemove}>
            {m.ownRemove}
          </Button>
          <span className={styles.soft}>{m.ownWrite}</span>
        </div>
      )}
      <RefusalAlert error={error} issues />
      {trial && <Trial trial={trial} />}
    </div>
  );
}

function Trial({ trial }: { trial: RuleTrial }) {
  const m = useMessages(lintMessages);
  const lang = useLang();
  if (trial.problems.length > 0) {
    return (
      <div role="alert" className={styles.faults}>
        <strong>{m.faults(trial.problems.length)}</strong>
        <ul>
          {trial.problems.map(({ at, line, words }) => (
            <li key={`${at} ${words.en}`}>
              {line !== null && `${m.line(line)} · `}
              {at && <code>{at}</code>} {words[lang]}
            </li>
          ))}
        </ul>
      </div>
    );
  }
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
