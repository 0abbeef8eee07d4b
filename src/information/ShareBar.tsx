import styles from '#information/Information.module.css';

/** A share as a bar; its figure stands beside. Sixty per cent is what gates usually ask for. */
export function ShareBar({ share }: { share: number }) {
  return (
    <span className={styles.bar} data-enough={share >= 60 || undefined} aria-hidden="true">
      <span style={{ width: `${share}%` }} />
    </span>
  );
}
