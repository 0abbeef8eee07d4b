import { useEffect, useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import { useText } from '#ui/lang.tsx';
import type { Id } from '#shared/id.ts';
import { type NodeKind, nodeKinds } from '#chain/chain-scales.ts';
import type { Candidate, ChainCanvasProps } from '#chain/canvas/canvas-props.ts';
import type { CanvasWords } from '#chain/canvas/canvas.messages.ts';
import { CanvasDialog } from '#chain/canvas/CanvasDialog.tsx';
import { Radios } from '#chain/canvas/Radios.tsx';
import type { NewNode as Wanted } from '#chain/canvas/wanted-acts.ts';
import styles from '#chain/canvas/Canvas.module.css';

type Props = Pick<ChainCanvasProps, 'contacts' | 'colleagues' | 'onNewContact'> & {
  m: CanvasWords;
  /** Who stands on the map already. */
  present: ReadonlySet<Id>;
  boss: { id: Id; name: string } | null;
  onAdd: (node: Wanted, boss: Id | null) => void;
  onClose: () => void;
};

const kinds = ['person', 'vacant', 'channel', 'ours'] as const satisfies readonly NodeKind[];

/** Puts a person, a vacant role, a partner or one of us on the map. */
export function NewNode({ contacts = [], colleagues = [], onNewContact, m, present, boss, onAdd, onClose }: Props) {
  const text = useText();
  const [kind, setKind] = useState<NodeKind>('person');
  const free = (all: readonly Candidate[]) => all.filter(({ id }) => !present.has(id));
  const known = free(kind === 'ours' ? colleagues : contacts);
  const [picked, setPicked] = useState('');
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const [under, setUnder] = useState(boss !== null);
  const picks = kind === 'person' || kind === 'ours';
  const makes = kind === 'person' && onNewContact !== undefined && picked === '';
  const field = useRef<HTMLInputElement>(null);
  // By keyboard the name is typed at once; what kind it is can be said before or after.
  useEffect(() => field.current?.focus(), []);
  const ready = picks ? picked !== '' || (makes && name.trim() !== '') : name.trim() !== '';
  const below = kind === 'channel' || !under || !boss ? null : boss.id;
  const add = async () => {
    if (kind === 'vacant' || kind === 'channel') return onAdd({ kind, id: newId(), name: name.trim() }, below);
    const made = makes
      ? await onNewContact({ name: name.trim(), ...(title.trim() && { title: title.trim() }) })
      : picked;
    if (made) onAdd({ kind, id: made }, below);
  };
  return (
    <CanvasDialog title={m.addTo} act={{ label: m.node.put, ready, run: () => void add() }} onClose={onClose}>
      <Radios
        label={m.node.kind}
        value={kind}
        radios={kinds.map((one) => ({ value: one, label: text(nodeKinds[one]) }))}
        onChoose={(one) => {
          setKind(one);
          setPicked('');
        }}
      />
      {picks && (
        <label className={styles.field}>
          {kind === 'ours' ? m.node.colleague : m.node.contact}
          <select value={picked} onChange={(event) => setPicked(event.target.value)}>
            <option value="">{noneWords(kind, known.length, makes, m)}</option>
            {known.map((one) => (
              <option key={one.id} value={one.id}>
                {[one.name, one.title].filter(Boolean).join(' · ')}
              </option>
            ))}
          </select>
        </label>
      )}
      {(!picks || makes) && (
        <label className={styles.field}>
          {kind === 'vacant' ? m.node.vacant : kind === 'channel' ? m.node.channel : m.node.name}
          <input ref={field} value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
        </label>
      )}
      {makes && (
        <label className={styles.field}>
          {m.node.title}
          <input value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
        </label>
      )}
      {boss && kind !== 'channel' && (
        <label className={styles.option}>
          <input type="checkbox" checked={under} onChange={(event) => setUnder(event.target.checked)} />
          {m.node.under(boss.name)}
        </label>
      )}
    </CanvasDialog>
  );
}

function noneWords(kind: NodeKind, known: number, makes: boolean, m: CanvasWords): string {
  if (makes) return m.node.newContact;
  if (kind === 'ours') return known > 0 ? m.node.colleague : m.node.noColleagues;
  return known > 0 ? m.node.pick : m.node.noContacts;
}
