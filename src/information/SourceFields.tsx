import { useState } from 'react';
import type { Strength } from '#method/evidence.ts';
import type { Day } from '#shared/day.ts';
import { Chips } from '#ui/Chips.tsx';
import type { Askable } from '#information/information.contract.ts';
import { type SourceKind, sourceKinds, type Told } from '#information/information.ts';
import { informationMessages } from '#information/information.messages.ts';
import { ContactPicker } from '#people/ContactPicker.tsx';
import { DayPicker } from '#ui/DayPicker.tsx';
import { useMessages } from '#ui/lang.tsx';
import { PadField } from '#ui/pad/Pad.tsx';
import form from '#ui/form/TextField.module.css';
import { useToday } from '#ui/session.tsx';
import styles from '#information/SourceFields.module.css';

/** How sure something usually is that comes this way. */
export function usualStrength(kind: SourceKind): Strength {
  const usual: { [source in SourceKind]: Strength } = {
    contact: 'said',
    document: 'written',
    observation: 'done',
    public: 'written',
  };
  return usual[kind];
}

type Props = {
  people: readonly Askable[];
  source: Told['source'];
  onSource: (source: Told['source']) => void;
  day: Day;
  onDay: (day: Day) => void;
};

const OTHER = 'contact:';

/** Who or what told it, a tap each: the people who could tell first, then any contact, papers, our own eyes. */
export function SourceFields({ people, source, onSource, day, onDay }: Props) {
  const m = useMessages(informationMessages);
  const today = useToday();
  const named = people.filter(({ id }) => id !== null);
  const isNamed = named.some(({ id }) => id === source.contactId);
  const [picks, setPicks] = useState(source.kind === 'contact' && !isNamed);
  const chosen = source.kind === 'contact' ? (picks ? OTHER : `${OTHER}${source.contactId ?? ''}`) : source.kind;
  const chips = [
    ...named.map(({ id, name, title }) => ({ value: `${OTHER}${id}`, label: name, ...(title && { title }) })),
    { value: OTHER, label: m.pad.other },
    ...sourceKinds.filter((kind) => kind !== 'contact').map((kind) => ({ value: kind, label: m.sources[kind] })),
  ];
  const choose = (key: string) => {
    const contactId = key.startsWith(OTHER) ? key.slice(OTHER.length) : '';
    setPicks(key === OTHER);
    onSource({
      kind: key.startsWith(OTHER) ? 'contact' : (key as SourceKind),
      contactId: contactId || null,
      note: source.note,
    });
  };
  return (
    <div className={styles.sources}>
      <PadField label={m.pad.whoTold}>
        <Chips label={m.pad.whoTold} value={chosen} chips={chips} onChoose={choose} />
        {picks && (
          <span className={styles.picker}>
            <ContactPicker
              aria-label={m.pad.other}
              placeholder={m.pad.otherHint}
              value={source.contactId ?? undefined}
              onChange={(contactId) => onSource({ ...source, kind: 'contact', contactId: contactId ?? null })}
            />
          </span>
        )}
      </PadField>
      <PadField label={m.pad.when}>
        <div className={styles.two}>
          <span className={styles.day}>
            <DayPicker aria-label={m.pad.when} max={today} value={day} onChange={(next) => next && onDay(next)} />
          </span>
          <input
            className={form.field}
            aria-label={m.pad.note}
            placeholder={m.pad.noteHint}
            maxLength={200}
            value={source.note ?? ''}
            onChange={({ target }) => onSource({ ...source, note: target.value || null })}
          />
        </div>
      </PadField>
    </div>
  );
}
