import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import type { ChainEdge, ChainNode } from '#chain/chain-map.ts';
import { type EdgeKind, edgeKinds, mutualKinds, strengthWords } from '#chain/chain-scales.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { HeldChange } from '#chain/page/HeldChange.tsx';
import { personMessages } from '#chain/page/person.messages.ts';
import { useChainChange } from '#chain/page/useChainChange.tsx';
import { Chips } from '#ui/Chips.tsx';
import { spoken, useLang, useMessages } from '#ui/lang.tsx';
import attribute from '#chain/page/Attribute.module.css';
import form from '#ui/form/TextField.module.css';
import styles from '#chain/page/PersonSheet.module.css';

/** What ties somebody to others on the map, in words; each leads to the other end. */
export function LinesSection({ node }: { node: ChainNode }) {
  const m = useMessages(personMessages);
  const lang = useLang();
  const { scene, readOnly, openPerson } = useChain();
  const { send, held, busy, drop } = useChainChange();
  const [adding, setAdding] = useState(false);
  const lines = scene.map.edges.filter(({ from, to }) => from === node.id || to === node.id);
  const other = (edge: ChainEdge) => scene.nodes.get(edge.from === node.id ? edge.to : edge.from);
  const words = (edge: ChainEdge) => {
    const kind = edgeKinds[edge.kind][lang];
    if (edge.kind !== 'influences') return kind;
    return `${kind} · ${m.signs[edge.sign === 1 ? 'with' : 'against']} · ${strengthWords[edge.strength][lang]}`;
  };
  return (
    <div className={styles.section}>
      {lines.length === 0 && <p className={styles.quiet}>{m.noLines}</p>}
      <ul>
        {lines.map((edge) => {
          const end = other(edge);
          const isOut = edge.from === node.id || mutualKinds.has(edge.kind);
          const name = end?.name ?? '—';
          const link = (
            <button type="button" className={styles.who} onClick={() => end && openPerson(end.id)}>
              {name}
            </button>
          );
          return (
            <li key={edge.id} className={styles.line}>
              <span>
                {isOut ? (
                  <>
                    {words(edge)} {link}
                  </>
                ) : (
                  <>
                    {link} {words(edge)} {m.him(node.name)}
                  </>
                )}
              </span>
              {!readOnly && (
                <button
                  type="button"
                  className={attribute.link}
                  disabled={busy}
                  aria-label={spoken(m.remove, `${words(edge)} ${name}`)}
                  onClick={() => void send([{ act: 'remove', item: 'edge', id: edge.id }], m.lineRemoved)}
                >
                  <CloseOutlined aria-hidden="true" />
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {held && <HeldChange held={held} busy={busy} person={node} onSend={send} onDrop={drop} />}
      {!readOnly && !adding && (
        <button type="button" className={attribute.link} onClick={() => setAdding(true)}>
          {m.addLine}
        </button>
      )}
      {adding && <NewLine node={node} onClose={() => setAdding(false)} />}
    </div>
  );
}

function NewLine({ node, onClose }: { node: ChainNode; onClose: () => void }) {
  const m = useMessages(personMessages);
  const lang = useLang();
  const { scene } = useChain();
  const { send, held, busy, drop } = useChainChange(onClose);
  const [kind, setKind] = useState<EdgeKind>('reportsTo');
  const [to, setTo] = useState('');
  const [sign, setSign] = useState<'with' | 'against'>('with');
  const [strength, setStrength] = useState<'1' | '2' | '3'>('2');
  const others = scene.map.nodes.filter(({ id }) => id !== node.id);
  const save = () =>
    void send(
      [
        {
          act: 'add',
          item: 'edge',
          id: newId(),
          fields: {
            kind,
            from: node.id,
            to,
            ...(kind === 'influences' && { sign: sign === 'with' ? 1 : -1, strength: Number(strength) }),
          },
        },
      ],
      m.lineAdded,
    );
  return (
    <div className={attribute.add}>
      <Chips
        label={m.lineKind}
        value={kind}
        chips={(Object.keys(edgeKinds) as EdgeKind[]).map((one) => ({ value: one, label: edgeKinds[one][lang] }))}
        onChoose={setKind}
      />
      {kind === 'influences' && (
        <>
          <Chips
            label={m.lineSign}
            value={sign}
            chips={(['with', 'against'] as const).map((one) => ({ value: one, label: m.signs[one] }))}
            onChoose={setSign}
          />
          <Chips
            label={m.lineStrength}
            value={strength}
            chips={([1, 2, 3] as const).map((one) => ({
              value: String(one) as '1' | '2' | '3',
              label: strengthWords[one][lang],
            }))}
            onChoose={setStrength}
          />
        </>
      )}
      <select className={form.field} aria-label={m.lineTo} value={to} onChange={({ target }) => setTo(target.value)}>
        <option value="">{m.lineTo}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {held && <HeldChange held={held} busy={busy} person={node} onSend={send} onDrop={drop} />}
      <div className={attribute.save}>
        <Button type="primary" size="small" disabled={!to} loading={busy} onClick={save}>
          {m.add}
        </Button>
        <Button type="text" size="small" onClick={onClose}>
          {m.cancel}
        </Button>
      </div>
    </div>
  );
}
