import { type Strength, strengths } from '#method/evidence.ts';
import { messages } from '#method/method.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { PadField } from '#ui/pad/Pad.tsx';
import { padMessages } from '#ui/pad/pad.messages.ts';
import styles from '#ui/pad/Pad.module.css';

type Props = {
  /** What is most often true of such a source: it stands out. */
  usual: Strength;
  /** Being saved: the one tapped, or something else of the pad. */
  busy: Strength | 'other' | undefined;
  onChoose: (strength: Strength) => void;
};

/** How sure it is (2-domain §5, strength of evidence): the tap that saves. */
export function HowSure({ usual, busy, onChoose }: Props) {
  const m = useMessages(padMessages);
  const words = useMessages(messages);
  return (
    <PadField label={m.howSure}>
      <div className={styles.strengths}>
        {strengths.map((strength) => (
          <button
            key={strength}
            type="button"
            className={styles.strength}
            data-usual={strength === usual || undefined}
            disabled={busy !== undefined}
            onClick={() => onChoose(strength)}
          >
            <strong>{busy === strength ? m.saving : words.strengths[strength]}</strong>
            <small>{m.hints[strength]}</small>
          </button>
        ))}
      </div>
    </PadField>
  );
}
