import { ViewportPortal } from '@xyflow/react';
import { memo } from 'react';
import { useText } from '#ui/lang.tsx';
import { type FactionShape, FIELD, fieldBox } from '#chain/canvas/faction-shapes.ts';
import { factionTints } from '#chain/canvas/map-as-svg.ts';
import type { Area } from '#chain/canvas/spots.ts';
import styles from '#chain/canvas/Ground.module.css';

type Props = { areas: readonly Area[]; factions: readonly FactionShape[] };

/** What lies behind the cards: lanes, rings and the fields of factions. */
export const Ground = memo(function Ground({ areas, factions }: Props) {
  const text = useText();
  return (
    <ViewportPortal>
      <svg className={styles.ground} aria-hidden="true">
        {areas.map(({ shape, words, empty, x, y, width, height }) =>
          shape === 'ring' ? (
            <g key={words.zh}>
              <ellipse cx={x + width / 2} cy={y + height / 2} rx={width / 2} ry={height / 2} className={styles.ring} />
              <text x={x + width / 2} y={y + 6} className={styles.ringName}>
                {text(words)}
              </text>
            </g>
          ) : (
            <g key={words.zh} data-empty={empty}>
              <rect x={x} y={y} width={width} height={height} rx="14" className={styles.lane} />
              <text x={x + 16} y={y + 25} className={styles.laneName}>
                {text(words)}
              </text>
              {empty && (
                <text x={x + width / 2} y={y + 74} className={styles.gap}>
                  ?
                </text>
              )}
            </g>
          ),
        )}
        {factions.map((shape) => (
          <Field key={shape.id} shape={shape} />
        ))}
      </svg>
    </ViewportPortal>
  );
});

/** Drawn first a little larger in its tint, then in the ground's colour mixed with it: so the parts make one shape. */
function Field({ shape: { name, look, fields, bands, labels } }: { shape: FactionShape }) {
  const tint = factionTints[look]!;
  const layer = (grow: number, colour: string) => (
    <>
      {bands.map(([from, to]) => (
        <path
          key={`${from.x} ${from.y} ${to.x} ${to.y}`}
          d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
          stroke={colour}
          strokeWidth={FIELD.band + 2 * grow}
          strokeLinecap="round"
        />
      ))}
      {fields.map((spot) => (
        <rect key={`${spot.x} ${spot.y}`} {...fieldBox(spot, grow)} rx={FIELD.round} fill={colour} />
      ))}
    </>
  );
  return (
    <g>
      {layer(1.5, tint)}
      {layer(0, `color-mix(in srgb, ${tint} 17%, var(--lm-ground))`)}
      {labels.map(({ x, y }) => (
        <text
          key={`${x} ${y}`}
          x={x}
          y={y}
          className={styles.faction}
          style={{ fill: `color-mix(in srgb, ${tint} 55%, var(--lm-text))` }}
        >
          {name}
        </text>
      ))}
    </g>
  );
}
