import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { useHouse } from '#ui/house.tsx';
import { useMessages } from '#ui/lang.tsx';
import { useSession } from '#ui/session.tsx';
import { Mark } from '#ui/shell/Mark.tsx';
import { NavLinks } from '#ui/shell/NavLinks.tsx';
import { shellMessages } from '#ui/shell/shell.messages.ts';
import styles from '#ui/shell/SideNav.module.css';

export function SideNav({ narrow, onToggle }: { narrow: boolean; onToggle: () => void }) {
  const m = useMessages(shellMessages);
  const { pages } = useHouse();
  const { company } = useSession();
  const label = narrow ? m.expand : m.collapse;
  return (
    <nav className={styles.nav} aria-label={m.mainNavigation} data-narrow={narrow || undefined}>
      <div className={styles.brand}>
        <Mark size={26} />
        {!narrow && (
          <span className={styles.names}>
            <strong>{m.product}</strong>
            <small title={company.name}>{company.name}</small>
          </span>
        )}
      </div>
      <NavLinks pages={pages.filter((page) => !page.nav.foot)} narrow={narrow} />
      <div className={styles.foot}>
        <NavLinks pages={pages.filter((page) => page.nav.foot)} narrow={narrow} />
        <button type="button" className={styles.toggle} onClick={onToggle} aria-label={label} title={label}>
          {narrow ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        </button>
      </div>
    </nav>
  );
}
