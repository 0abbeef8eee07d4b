import type { ReactNode } from 'react';
import { useMessages } from '#ui/lang.tsx';
import { markMessages } from '#ui/mark.messages.ts';
import { checkColour, type CheckState } from '#ui/theme/palette.ts';
import styles from '#ui/Mark.module.css';

// Each state has its own outline, so that colour is never needed to tell them apart.
const shapes: Record<CheckState, ReactNode> = {
  met: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m4.8 8.2 2.2 2.2 4.2-4.6" stroke="var(--lm-surface)" strokeWidth="1.7" fill="none" />
    </>
  ),
  weak: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 2.6a5.4 5.4 0 0 0 0 10.8z" fill="currentColor" />
    </>
  ),
  contested: (
    <>
      <path d="m8 .8 7.2 7.2L8 15.2.8 8z" fill="currentColor" />
      <path d="M5.2 6.6h5.2L8.9 5M10.8 9.4H5.6L7.1 11" stroke="var(--lm-surface)" strokeWidth="1.3" fill="none" />
    </>
  ),
  stale: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 4.4V8l2.5 1.6" stroke="currentColor" strokeWidth="1.6" fill="none" />
    </>
  ),
  refuted: (
    <>
      <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor" />
      <path d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8" stroke="var(--lm-surface)" strokeWidth="1.7" fill="none" />
    </>
  ),
  unknown: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.4 2.2" />
      <path
        d="M6.3 6.4a1.750 1.750 0 1 1 2.5 1.6c-.6.3-.8.6-.8 1.1"
        stroke="currentColor"
        strokeWidth="1.4"
        fill="none"
      />
      <circle cx="8" cy="11.2" r=".9" fill="currentColor" />
    </>
  ),
};

type Props = {
  state: CheckState;
  /** Words other than the state's own ("2 份书面证据"). */
  label?: string;
  /** The mark alone; its words go to the hover and the screen reader. */
  bare?: boolean;
  /** On its own ground, for a line of marks. */
  pill?: boolean;
};

/** What is known about a check: shape, colour and word together. */
export function EvidenceMark({ state, label, bare, pill }: Props) {
  const m = useMessages(markMessages);
  const words = label ?? m.states[state];
  return (
    <span className={pill ? styles.pill : styles.mark} data-tone={checkColour[state]}>
      <svg
        width="16"
        height="16"
        viewBox="0 0 16 16"
        strokeLinecap="round"
        strokeLinejoin="round"
        {...(bare ? { role: 'img', 'aria-label': words } : { 'aria-hidden': true })}
      >
        {bare && <title>{words}</title>}
        {shapes[state]}
      </svg>
      {!bare && <span>{words}</span>}
    </span>
  );
}
