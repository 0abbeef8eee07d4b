import { Link } from '@tanstack/react-router';
import { settingsMessages } from '#settings/settings.messages.ts';
import { useHouse } from '#ui/house.tsx';
import { useMessages, useText } from '#ui/lang.tsx';
import styles from '#settings/Settings.module.css';

const groups = ['me', 'company', 'work'] as const;

/** What this person may set, grouped by whose it is. */
export function SettingsMenu() {
  const m = useMessages(settingsMessages);
  const text = useText();
  const { settings } = useHouse();
  return (
    <nav aria-label={m.menu} className={styles.menu}>
      {groups.map((group) => {
        const pages = settings.filter((page) => page.setting.group === group);
        return (
          pages.length > 0 && (
            <section key={group}>
              <h2>{m.groups[group]}</h2>
              <ul>
                {pages.map((page) => (
                  <li key={page.path}>
                    <Link to={page.path} activeOptions={{ includeSearch: false }} className={styles.link}>
                      {text(page.title)}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </nav>
  );
}
