import type { Stance } from '#chain/chain-scales.ts';
import { stanceColours, stanceShapes } from '#chain/canvas/svg-card.ts';

/** Where a person stands, as a shape and a colour; a word stands beside it. */
export function StanceIcon({ stance, size = 16 }: { stance: Stance; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke={`var(--lm-${stanceColours[stance]})`}
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={stanceShapes[stance]} />
    </svg>
  );
}
