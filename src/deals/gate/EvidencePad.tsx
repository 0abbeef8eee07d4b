import { useState } from 'react';
import { messages } from '#method/method.messages.ts';
import type { Direction, Strength } from '#method/evidence.ts';
import { addDays } from '#shared/day.ts';
import { Chips } from '#ui/Chips.tsx';
import type { EvidenceFields } from '#deals/deal-gate.ts';
import {
  type EvidenceDraft,
  type SourceChoice,
  nearSources,
  sameSource,
  usualStrength,
} from '#deals/gate/evidence-draft.ts';
import { gateMessages } from '#deals/gate/gate.messages.ts';
import { DayPicker } from '#ui/DayPicker.tsx';
import { DayText } from '#ui/DayText.tsx';
import { useMessages } from '#ui/lang.tsx';
import { HowSure } from '#ui/pad/HowSure.tsx';
import { Pad, PadAsks, PadField } from '#ui/pad/Pad.tsx';
import form from '#ui/form/TextField.module.css';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { useToday } from '#ui/session.tsx';
import styles from '#deals/gate/EvidencePad.module.css';

type Props = {
  draft: EvidenceDraft;
  sources: readonly SourceChoice[];
  /** Saves; what is refused is said here and the text stays. */
  save: (fields: EvidenceFields) => Promise<void>;
  onClose: () => void;
};

/** The second tap: everything is filled in, and how sure it is saves it. */
export function EvidencePad({ draft: first, sources, save, onClose }: Props) {
  const m = useMessages(gateMessages);
  const words = useMessages(messages);
  const today = useToday();
  const [draft, setDraft] = useState(first);
  const [picking, setPicking] = useState(false);
  const [everybody, setEverybody] = useState(false);
  const [busy, setBusy] = useState<Strength>();
  const [error, setError] = useState<unknown>();
  const [asked, setAsked] = useState(false);
  const change = (some: Partial<EvidenceDraft>) => setDraft({ ...draft, ...some });
  const nameOf = (source: SourceChoice) => source.name ?? words.sources[source.kind];
  const keep = async (strength: Strength) => {
    if (!draft.statement.trim()) return setAsked(true);
    setBusy(strength);
    setError(undefined);
    try {
      await save({ ...draft, strength });
      onClose();
    } catch (refused) {
      setError(refused);
      setBusy(undefined);
    }
  };
  const near = everybody ? sources : nearSources(sources, draft.source);
  const usual = usualStrength(draft.source, draft.signal !== undefined);
  const isDay = draft.observedOn === today ? 'today' : draft.observedOn === addDays(today, -1) ? 'yesterday' : 'other';
  return (
    <Pad
      tone={draft.direction === 'supports' ? 'good' : 'bad'}
      foot={
        <button type="button" onClick={onClose}>
          {m.cancel}
        </button>
      }
    >
      <textarea
        aria-label={m.ownWords}
        className={form.field}
        rows={Math.min(5, 1 + Math.ceil(draft.statement.length / 34))}
        maxLength={2000}
        value={draft.statement}
        placeholder={m.ownWordsHint}
        ref={first.statement ? undefined : focusFirst}
        onChange={(event) => change({ statement: event.target.value })}
      />
      {asked && !draft.statement.trim() && <PadAsks>{m.needStatement}</PadAsks>}
      {draft.signal === undefined && (
        <PadField label={m.pointsTo}>
          <Chips<Direction>
            label={m.pointsTo}
            value={draft.direction}
            chips={[
              { value: 'supports', label: m.pointsFor },
              { value: 'refutes', label: m.pointsAgainst },
            ]}
            onChoose={(direction) => change({ direction })}
          />
        </PadField>
      )}
      <PadField label={m.fromWhom}>
        <Chips
          label={m.fromWhom}
          value={keyOf(sources.find((source) => sameSource(source, draft.source)) ?? draft.source)}
          chips={[
            ...near.map((source) => ({ value: keyOf(source), label: nameOf(source) })),
            ...(near.length < sources.length ? [{ value: EVERYBODY, label: m.otherPeople }] : []),
          ]}
          onChoose={(key) => {
            if (key === EVERYBODY) setEverybody(true);
            else change({ source: sources.find((source) => keyOf(source) === key) ?? draft.source });
          }}
        />
        {(draft.source.kind === 'channel' || draft.source.kind === 'document') && (
          <input
            className={`${form.field} ${styles.below}`}
            aria-label={m.sourceName}
            placeholder={m.sourceName}
            maxLength={100}
            value={draft.source.name ?? ''}
            onChange={({ target }) => change({ source: { ...draft.source, name: target.value || undefined } })}
          />
        )}
      </PadField>
      <PadField label={m.when}>
        <Chips
          label={m.when}
          value={picking ? 'other' : isDay}
          chips={[
            { value: 'today', label: m.today },
            { value: 'yesterday', label: m.yesterday },
            { value: 'other', label: isDay === 'other' ? <DayText day={draft.observedOn} /> : m.otherDay },
          ]}
          onChoose={(day) => {
            setPicking(day === 'other');
            if (day !== 'other') change({ observedOn: day === 'today' ? today : addDays(today, -1) });
          }}
        />
        {picking && (
          <span className={`${styles.day} ${styles.below}`}>
            <DayPicker max={today} value={draft.observedOn} onChange={(day) => day && change({ observedOn: day })} />
          </span>
        )}
      </PadField>
      <HowSure usual={usual} busy={busy} onChoose={(strength) => void keep(strength)} />
      <RefusalAlert error={error} issues />
    </Pad>
  );
}

/** The chip that shows the rest of the people; no key of a source is like it. */
const EVERYBODY = '';

function keyOf(source: SourceChoice): string {
  return `${source.kind}:${source.id ?? ''}`;
}

/** Opened to be written in. */
function focusFirst(field: HTMLTextAreaElement | null) {
  field?.focus();
}
