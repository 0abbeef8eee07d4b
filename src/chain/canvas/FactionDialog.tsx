import { useState } from 'react';
import { v7 as newId } from 'uuid';
import type { Id } from '#shared/id.ts';
import type { Faction } from '#chain/chain-map.ts';
import type { CanvasWords } from '#chain/canvas/canvas.messages.ts';
import { CanvasDialog } from '#chain/canvas/CanvasDialog.tsx';
import styles from '#chain/canvas/Canvas.module.css';

type Props = {
  m: CanvasWords;
  count: number;
  factions: readonly Faction[];
  /** @param faction 'none': in no faction @param name of a new one */
  onSet: (faction: Id, name?: string) => void;
  onClose: () => void;
};

/** Which group the chosen people stand with. */
export function FactionDialog({ m, count, factions, onSet, onClose }: Props) {
  const [picked, setPicked] = useState(factions[0]?.id ?? '');
  const [name, setName] = useState('');
  const ready = picked !== '' || name.trim() !== '';
  const set = () => (picked ? onSet(picked) : onSet(newId(), name.trim()));
  return (
    <CanvasDialog
      title={`${m.factions.act} · ${m.factions.chosen(count)}`}
      act={{ label: m.factions.set, ready, run: set }}
      onClose={onClose}
    >
      {factions.length > 0 && (
        <label className={styles.field}>
          {m.filters.faction}
          <select value={picked} onChange={(event) => setPicked(event.target.value)}>
            {factions.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
            <option value="">{m.factions.newOne}</option>
            <option value="none">{m.factions.leave}</option>
          </select>
        </label>
      )}
      {picked === '' && (
        <label className={styles.field}>
          {m.factions.name}
          <input value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
        </label>
      )}
    </CanvasDialog>
  );
}
