import type { ReactNode } from 'react';
import { useMessages } from '#ui/lang.tsx';
import { markMessages } from '#ui/mark.messages.ts';
import { stanceColour, type Stance } from '#ui/theme/palette.ts';
import styles from '#ui/Mark.module.css';

// Against points down, for points up, one stroke for each step; neutral is a ring.
const shapes: Record<Stance, ReactNode> = {
  [-2]: <path d="M3 3.5 8 8l5-4.5M3 8.5 8 13l5-4.5" />,
  [-1]: <path d="M3 5.5 8 10.5l5-5" />,
  0: <circle cx="8" cy="8" r="4.5" />,
  1: <path d="M3 10.5 8 5.5l5 5" />,
  2: <path d="M3 12.5 8 8l5 4.5M3 7.5 8 3l5 4.5" />,
};

const words = { [-2]: 'm2', [-1]: 'm1', 0: 's0', 1: 'p1', 2: 'p2' } as const;

/** Where a person stands toward us, −2…+2: shape, colour and word together. `label`: a word other than its own. */
export function StanceMark({ stance, bare, label: said }: { stance: Stance; bare?: boolean; label?: string }) {
  const m = useMessages(markMessages);
  const label = said ?? m.stances[words[stance]];
  return (
    <span className={styles.mark}>
      <svg
        width="16"
        height="16"
        viewBox="0 0 16 16"
        fill="none"
        stroke={`var(--lm-${stanceColour[stance]})`}
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        {...(bare ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      >
        {bare && <title>{label}</title>}
        {shapes[stance]}
      </svg>
      {!bare && <span>{label}</span>}
    </span>
  );
}
