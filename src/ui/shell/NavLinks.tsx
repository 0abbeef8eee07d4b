import { Link } from '@tanstack/react-router';
import type { NavPage } from '#ui/house.tsx';
import { useText } from '#ui/lang.tsx';
import styles from '#ui/shell/NavLinks.module.css';

/** One line per job. The browser fetches a page when its line is hovered or focused. */
export function NavLinks(props: { pages: readonly NavPage[]; narrow?: boolean; onGo?: () => void }) {
  const text = useText();
  return (
    <ul className={styles.list} data-narrow={props.narrow || undefined}>
      {props.pages.map((page) => (
        <li key={page.path}>
          <Link
            to={page.path}
            activeOptions={{ exact: page.path === '/', includeSearch: false }}
            className={styles.link}
            onClick={props.onGo}
            title={props.narrow ? text(page.title) : undefined}
          >
            <span className={styles.icon} aria-hidden="true">
              <page.nav.icon />
            </span>
            <span className={styles.label}>{text(page.title)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
