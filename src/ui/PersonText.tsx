import { initialsOf } from '#ui/initials.ts';
import styles from '#ui/PersonText.module.css';

const tints = 6;

/** The first letters of a person on a quiet tint of her own: the last characters of a Chinese name. */
export function PersonBadge({ name, size = 22 }: { name: string; size?: number }) {
  const small = size < 26;
  return (
    <span
      className={styles.badge}
      data-tint={tintOf(name)}
      style={{ width: size, height: size, fontSize: Math.round(size * (small ? 0.54 : 0.42)) }}
      data-initials={initialsOf(name, small ? 1 : 2)}
      aria-hidden="true"
    />
  );
}

/** A person by name, with her badge. `note` is a second, quieter word (title, team). */
export function PersonText(props: { name: string | null | undefined; note?: string | null; bare?: boolean }) {
  if (!props.name) return <span className={styles.nobody}>—</span>;
  return (
    <span className={styles.person}>
      {!props.bare && <PersonBadge name={props.name} />}
      <span className={styles.name}>{props.name}</span>
      {props.note && <span className={styles.note}>{props.note}</span>}
    </span>
  );
}

function tintOf(name: string): number {
  let sum = 0;
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return sum % tints;
}
