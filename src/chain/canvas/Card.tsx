import {
  ApartmentOutlined,
  DeleteOutlined,
  DownOutlined,
  FormOutlined,
  PlusOutlined,
  RightOutlined,
} from '@ant-design/icons';
import { Handle, type Node, type NodeProps, Position, useConnection } from '@xyflow/react';
import { memo, useState } from 'react';
import type { ChainNode } from '#chain/chain-map.ts';
import { useCanvasActs } from '#chain/canvas/canvas-context.tsx';
import { cardWords, SHOWN_ROLES, spokenCard } from '#chain/canvas/card-words.ts';
import type { MarkKind } from '#chain/canvas/history-view.ts';
import { StanceIcon } from '#chain/canvas/StanceIcon.tsx';
import styles from '#chain/canvas/Card.module.css';

export type CardData = {
  readonly node: ChainNode;
  /** How many stand below, and how many of them are folded away. */
  readonly team: number;
  readonly hidden: number;
  readonly mark?: MarkKind;
  /** The keyboard enters the canvas here. */
  readonly stop?: boolean;
};
export type CardNode = Node<CardData, 'card'>;

const markSigns = { added: '+', changed: '~', removed: '−' } as const;

/** A person, vacant role, partner or colleague on the map. */
export const Card = memo(function Card({ id, data, selected }: NodeProps<CardNode>) {
  const acts = useCanvasActs();
  const { speech, canEdit } = acts;
  const { node, team, hidden, mark, stop } = data;
  const words = cardWords(node, speech);
  const { m } = speech;
  // Three hundred ends of lines that nobody takes hold of are slow to make: they come when they are wanted.
  const [pointedAt, setPointedAt] = useState(false);
  const connecting = useConnection(({ inProgress }) => inProgress);
  const said = [spokenCard(node, speech, mark), hidden > 0 && m.hidden(hidden)];
  return (
    <>
      {connecting && <Handle type="target" position={Position.Top} className={styles.target} />}
      <div
        className={styles.card}
        role="button"
        tabIndex={stop ? 0 : -1}
        data-card={id}
        data-kind={node.kind}
        data-stance={words.stance ?? undefined}
        data-contact={words.contact ?? undefined}
        data-mark={mark}
        aria-label={said.filter(Boolean).join(speech.lang === 'zh' ? '，' : ', ')}
        aria-pressed={selected}
        onPointerEnter={canEdit && !pointedAt ? () => setPointedAt(true) : undefined}
      >
        <div className={styles.head}>
          <span className={styles.name}>{words.name}</span>
          {words.key && <span className={styles.key}>{m.keyPerson}</span>}
          {words.stance !== undefined && (
            <span className={styles.stance}>
              {words.stance === null ? <b aria-hidden="true">?</b> : <StanceIcon stance={words.stance} />}
              <span>{words.stanceWord}</span>
            </span>
          )}
        </div>
        <div className={styles.post}>{words.post}</div>
        {words.roles.length > 0 && (
          <div className={styles.roles}>
            {words.roles.slice(0, SHOWN_ROLES).map((role) => (
              <span key={role}>{role}</span>
            ))}
            {words.roles.length > SHOWN_ROLES && <i>+{words.roles.length - SHOWN_ROLES}</i>}
          </div>
        )}
        {/* Heard with the card; as its text it would run into the words before it. */}
        {mark && (
          <span className={styles.mark} data-mark={mark} data-words={`${markSigns[mark]} ${m.markWords[mark]}`} />
        )}
      </div>
      {(hidden > 0 || (selected && team > 0)) && (
        <button type="button" tabIndex={-1} className={`${styles.fold} nodrag`} onClick={() => acts.fold(id)}>
          {hidden > 0 ? <RightOutlined /> : <DownOutlined />}
          {hidden > 0 ? m.unfold(hidden) : m.fold(team)}
        </button>
      )}
      {selected && (
        <div className={`${styles.acts} nodrag nopan`}>
          <CardAct label={m.open} icon={<FormOutlined />} run={() => acts.open(id)} />
          {canEdit && <CardAct label={m.add} icon={<PlusOutlined />} run={() => acts.addUnder(id)} />}
          {canEdit && <CardAct label={m.connect.start} icon={<ApartmentOutlined />} run={() => acts.connectFrom(id)} />}
          {canEdit && <CardAct label={m.remove} icon={<DeleteOutlined />} bare run={() => acts.remove(id)} />}
        </div>
      )}
      {pointedAt && canEdit && <Handle type="source" position={Position.Right} className={styles.source} />}
    </>
  );
});

type ActProps = { label: string; icon: React.ReactNode; bare?: boolean; run: () => void };

function CardAct({ label, icon, bare, run }: ActProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      title={label}
      aria-label={label}
      onClick={(event) => {
        event.stopPropagation();
        run();
      }}
    >
      {icon}
      {!bare && <span>{label}</span>}
    </button>
  );
}
