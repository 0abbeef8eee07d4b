import { Button } from 'antd';
import { SwapOutlined } from '@ant-design/icons';
import { useEffect, useRef } from 'react';
import { useText } from '#ui/lang.tsx';
import type { Id } from '#shared/id.ts';
import type { ChainEdge } from '#chain/chain-map.ts';
import { type EdgeKind, edgeKinds, strengthWords } from '#chain/chain-scales.ts';
import { type Speech, spokenLine } from '#chain/canvas/card-words.ts';
import { FindOnMap } from '#chain/canvas/FindOnMap.tsx';
import { Radios } from '#chain/canvas/Radios.tsx';
import { type Board, connectProblems, newLine } from '#chain/canvas/wanted-acts.ts';
import styles from '#chain/canvas/Canvas.module.css';

/** A line that is being drawn; `to` null: the other one is still to be chosen. */
export type Drawing = {
  readonly id: Id;
  readonly from: Id;
  readonly to: Id | null;
  readonly kind: EdgeKind;
  readonly sign: 1 | -1;
  readonly strength: 1 | 2 | 3;
};

type Props = {
  drawing: Drawing;
  board: Board;
  speech: Speech;
  called: (id: Id) => string;
  onChange: (drawing: Drawing) => void;
  onDraw: (edge: ChainEdge) => void;
  onClose: () => void;
};

export const lineKinds = Object.keys(edgeKinds) as EdgeKind[];

/** The line that a drawing stands for, and what is wrong with it. */
export function lineOf(board: Board, { to, ...drawing }: Drawing) {
  if (to === null) return null;
  const edge = newLine(drawing.kind, { ...drawing, to });
  return { edge, problems: connectProblems(board, edge) };
}

/** From whom to whom and of which kind: chosen by keys, by mouse or from a list, whichever comes easiest. */
export function ConnectSheet({ drawing, board, speech, called, onChange, onDraw, onClose }: Props) {
  const { m } = speech;
  const text = useText();
  const { from, to, kind, sign, strength } = drawing;
  const line = lineOf(board, drawing);
  const draw = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (to !== null) draw.current?.focus();
  }, [to]);
  const ready = line !== null && line.problems.length === 0;
  return (
    <form
      className={styles.sheet}
      data-over-map
      aria-label={m.connect.title(called(from))}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onDraw(line.edge);
      }}
    >
      <h3>
        {line ? spokenLine(line.edge, called, speech) : m.connect.title(called(from))}{' '}
        {line && (
          <Button
            size="small"
            type="text"
            icon={<SwapOutlined />}
            aria-label={m.connect.swap}
            title={m.connect.swap}
            onClick={() => onChange({ ...drawing, from: line.edge.to, to: from })}
          />
        )}
      </h3>
      <Radios
        label={m.connect.kind}
        value={kind}
        radios={lineKinds.map((one, i) => ({ value: one, label: <Numbered n={i + 1} word={text(edgeKinds[one])} /> }))}
        onChoose={(one) => onChange({ ...drawing, kind: one })}
      />
      <div className={styles.row} style={{ marginTop: 8 }}>
        {kind === 'influences' && (
          <Radios
            label={m.connect.sign}
            value={sign}
            radios={[
              { value: 1, label: `+ ${m.connect.plus}` },
              { value: -1, label: `− ${m.connect.minus}` },
            ]}
            onChoose={(one) => onChange({ ...drawing, sign: one })}
          />
        )}
        {(kind === 'influences' || kind === 'knows') && (
          <Radios
            label={m.connect.strength}
            value={strength}
            radios={([1, 2, 3] as const).map((one) => ({ value: one, label: text(strengthWords[one]) }))}
            onChoose={(one) => onChange({ ...drawing, strength: one })}
          />
        )}
      </div>
      <div className={styles.row} style={{ marginTop: 10 }}>
        {to === null && <span className={styles.hint}>{m.connect.choose}</span>}
        {line?.problems.map(({ code, words }) => (
          <span key={code} role="alert" className={styles.wrong}>
            {text(words)}
          </span>
        ))}
        <span className={styles.spring} />
        <FindOnMap
          map={board.map}
          speech={speech}
          label={m.connect.target}
          onFound={(id) => {
            if (id !== from) onChange({ ...drawing, to: id });
          }}
        />
        <Button onClick={onClose}>{m.cancel}</Button>
        <Button ref={draw} type="primary" htmlType="submit" disabled={!ready}>
          {m.connect.draw}
        </Button>
      </div>
    </form>
  );
}

function Numbered({ n, word }: { n: number; word: string }) {
  return (
    <>
      <kbd>{n}</kbd> {word}
    </>
  );
}
