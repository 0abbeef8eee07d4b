import { CloseOutlined } from '@ant-design/icons';
import { type Edge, type EdgeProps, EdgeLabelRenderer } from '@xyflow/react';
import { memo } from 'react';
import type { ChainEdge } from '#chain/chain-map.ts';
import { useCanvasActs } from '#chain/canvas/canvas-context.tsx';
import { spokenLine } from '#chain/canvas/card-words.ts';
import type { MarkKind } from '#chain/canvas/history-view.ts';
import { type LineRoute, pathOf } from '#chain/canvas/line-path.ts';
import { lookOf } from '#chain/canvas/line-style.ts';
import { type Spot, CARD } from '#chain/canvas/spots.ts';
import styles from '#chain/canvas/Line.module.css';

export type LineData = { readonly edge: ChainEdge; readonly route: LineRoute; readonly mark?: MarkKind };
export type LineEdge = Edge<LineData, 'line'>;

/** A line leaves a card at the middle of its right side and comes in at the middle of its top, so the library thinks. */
const fromSpot = ({ sourceX, sourceY }: Ends): Spot => ({ x: sourceX - CARD.width, y: sourceY - CARD.height / 2 });
const toSpot = ({ targetX, targetY }: Ends): Spot => ({ x: targetX - CARD.width / 2, y: targetY });
type Ends = Pick<EdgeProps, 'sourceX' | 'sourceY' | 'targetX' | 'targetY'>;

/** A line between two cards; chosen, it says in words what it is. */
export const Line = memo(function Line(props: EdgeProps<LineEdge>) {
  const { data, selected } = props;
  const { speech, canEdit, called, removeLine } = useCanvasActs();
  if (!data) return null;
  const { edge, route, mark } = data;
  const { d, mark: middle, tip, angle } = pathOf(edge, fromSpot(props), toSpot(props), route);
  const look = lookOf(edge, route);
  const colour = selected ? 'var(--lm-accent)' : `var(--lm-${look.colour})`;
  const width = look.width + (selected ? 1.5 : 0);
  return (
    <>
      <path d={d} className={styles.hit} />
      {mark && <path d={d} className={styles.halo} data-mark={mark} />}
      <path d={d} fill="none" stroke={colour} strokeWidth={width} strokeDasharray={look.dash} strokeLinejoin="round" />
      {look.double && <path d={d} fill="none" stroke="var(--lm-ground)" strokeWidth={width - 3} />}
      {look.arrow && (
        <path d="M0 0L-10 -5L-10 5Z" fill={colour} transform={`translate(${tip.x} ${tip.y}) rotate(${angle})`} />
      )}
      {look.mark && (
        <g transform={`translate(${middle.x} ${middle.y})`}>
          <g className={styles.badge}>
            <circle r="9" className={styles.mark} stroke={colour} />
            <text y="4" className={styles.sign} fill={colour}>
              {look.mark[speech.lang]}
            </text>
          </g>
        </g>
      )}
      {selected && (
        <EdgeLabelRenderer>
          <div
            className={`${styles.label} nodrag nopan`}
            style={{ transform: `translate(-50%, 14px) translate(${middle.x}px, ${middle.y}px)` }}
          >
            {spokenLine(edge, called, speech)}
            {canEdit && (
              <button type="button" tabIndex={-1} aria-label={speech.m.remove} onClick={() => removeLine(edge.id)}>
                <CloseOutlined />
              </button>
            )}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
