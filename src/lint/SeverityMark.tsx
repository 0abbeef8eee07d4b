import { severities, type Severity } from '#method/lint/severity.ts';
import { useLang } from '#ui/lang.tsx';
import styles from '#lint/Lint.module.css';

// Each has its own outline, so that colour is never needed to tell them apart.
const shapes: Record<Severity, string> = {
  serious: 'M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z',
  warning: 'M8 1.2 15.4 14.400H.6z',
  hint: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z',
};
const tones: Record<Severity, string> = { serious: 'bad', warning: 'warn', hint: 'calm' };

/** How bad a mistake is: shape, colour and word together; `bare` leaves the word to the hover and the screen reader. */
export function SeverityMark({ severity, bare }: { severity: Severity; bare?: boolean }) {
  const words = severities[severity][useLang()];
  return (
    <span className={styles.mark} data-tone={tones[severity]}>
      <svg
        width="14"
        height="14"
        viewBox="0 0 16 16"
        {...(bare ? { role: 'img', 'aria-label': words } : { 'aria-hidden': true })}
      >
        {bare && <title>{words}</title>}
        <path d={shapes[severity]} fill="currentColor" />
      </svg>
      {!bare && words}
    </span>
  );
}
