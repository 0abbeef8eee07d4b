import { useState, type ReactNode } from 'react';
import type { FactType } from '#method/fact-type.ts';
import { type Strength, strengths } from '#method/evidence.ts';
import { messages } from '#method/method.messages.ts';
import type { Askable } from '#information/information.contract.ts';
import type { RecordedFact, Told } from '#information/information.ts';
import type { Value } from '#information/information-value.ts';
import { informationMessages } from '#information/information.messages.ts';
import { SourceFields, usualStrength } from '#information/SourceFields.tsx';
import { ValueInput } from '#information/ValueInput.tsx';
import { useMessages } from '#ui/lang.tsx';
import { isRefused } from '#ui/refused.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { useToday } from '#ui/session.tsx';
import styles from '#information/TellPad.module.css';

type Props = {
  label: string;
  type: FactType;
  /** What is known so far. */
  known: RecordedFact | undefined;
  /** Who could tell; the first tap may have chosen one of them. */
  people: readonly Askable[];
  source: Told['source'];
  /** null: asked in vain. Throws what is refused; the text stays. */
  save: (value: Value | null, told: Told) => Promise<unknown>;
  onRemove?: (() => void) | undefined;
  onClose: () => void;
};

/** The second tap: value and source are filled in, and how sure it is saves it. */
export function TellPad({ label, type, known, people, source: first, save, onRemove, onClose }: Props) {
  const { pad: m } = useMessages(informationMessages);
  const words = useMessages(messages);
  const today = useToday();
  const [value, setValue] = useState<Value | null>(known?.value ?? null);
  const [source, setSource] = useState(first);
  const [observedOn, setObservedOn] = useState(today);
  const [busy, setBusy] = useState<Strength | 'inVain'>();
  const [error, setError] = useState<unknown>();
  const [asked, setAsked] = useState<string>();
  const keep = async (strength: Strength, inVain = false) => {
    if (!inVain && (value === null || value === '')) return setAsked(m.needValue);
    if (source.kind === 'contact' && !source.contactId) return setAsked(m.needWhom);
    setBusy(inVain ? 'inVain' : strength);
    setError(undefined);
    setAsked(undefined);
    try {
      await save(inVain ? null : value, { source, observedOn, strength });
      onClose();
    } catch (refused) {
      setError(refused);
      setBusy(undefined);
    }
  };
  const usual = usualStrength(source.kind);
  return (
    <div className={styles.pad}>
      <ValueInput label={label} type={type} value={value} onChange={setValue} />
      <SourceFields people={people} source={source} onSource={setSource} day={observedOn} onDay={setObservedOn} />
      <Field label={m.howSure}>
        <div className={styles.strengths}>
          {strengths.map((strength) => (
            <button
              key={strength}
              type="button"
              className={styles.strength}
              data-usual={strength === usual || undefined}
              disabled={busy !== undefined}
              onClick={() => void keep(strength)}
            >
              <strong>{busy === strength ? m.saving : words.strengths[strength]}</strong>
              <small>{m.hints[strength]}</small>
            </button>
          ))}
        </div>
      </Field>
      {asked && (
        <p role="alert" className={styles.asked}>
          {asked}
        </p>
      )}
      {isRefused(error, 'record.changed') ? (
        <p role="alert" className={styles.asked}>
          {m.changed}
        </p>
      ) : (
        <RefusalAlert error={error} issues />
      )}
      <div className={styles.foot}>
        <button type="button" disabled={busy !== undefined} onClick={() => void keep('said', true)}>
          {m.inVain}
        </button>
        {onRemove && (
          <button type="button" disabled={busy !== undefined} onClick={onRemove}>
            {m.takeBack}
          </button>
        )}
        <button type="button" onClick={onClose}>
          {m.cancel}
        </button>
      </div>
    </div>
  );
}

export function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      <div>{children}</div>
    </div>
  );
}
