import { useState } from 'react';
import type { FactType } from '#method/fact-type.ts';
import type { Strength } from '#method/evidence.ts';
import type { Askable } from '#information/information.contract.ts';
import type { RecordedFact, Told } from '#information/information.ts';
import type { Value } from '#information/information-value.ts';
import { informationMessages } from '#information/information.messages.ts';
import { SourceFields, usualStrength } from '#information/SourceFields.tsx';
import { ValueInput } from '#information/ValueInput.tsx';
import { useMessages } from '#ui/lang.tsx';
import { HowSure } from '#ui/pad/HowSure.tsx';
import { Pad, PadAsks } from '#ui/pad/Pad.tsx';
import { isRefused } from '#ui/refused.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { useToday } from '#ui/session.tsx';

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
  const today = useToday();
  const [value, setValue] = useState<Value | null>(known?.value ?? null);
  const [source, setSource] = useState(first);
  const [observedOn, setObservedOn] = useState(today);
  const [busy, setBusy] = useState<Strength | 'other'>();
  const [error, setError] = useState<unknown>();
  const [asked, setAsked] = useState<string>();
  const keep = async (strength: Strength, inVain = false) => {
    if (!inVain && (value === null || value === '')) return setAsked(m.needValue);
    if (source.kind === 'contact' && !source.contactId) return setAsked(m.needWhom);
    setBusy(inVain ? 'other' : strength);
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
  return (
    <Pad
      foot={
        <>
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
        </>
      }
    >
      <ValueInput
        label={label}
        type={type}
        value={value}
        onChange={(next) => {
          setValue(next);
          setAsked(undefined);
        }}
      />
      <SourceFields people={people} source={source} onSource={setSource} day={observedOn} onDay={setObservedOn} />
      <HowSure usual={usualStrength(source.kind)} busy={busy} onChoose={(strength) => void keep(strength)} />
      {asked && <PadAsks>{asked}</PadAsks>}
      {isRefused(error, 'record.changed') ? <PadAsks>{m.changed}</PadAsks> : <RefusalAlert error={error} issues />}
    </Pad>
  );
}
