import { MenuOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useHouse } from '#ui/house.tsx';
import { useMessages, useText } from '#ui/lang.tsx';
import { useLightDismiss } from '#ui/lightDismiss.tsx';
import { NavLinks } from '#ui/shell/NavLinks.tsx';
import { shellMessages } from '#ui/shell/shell.messages.ts';
import styles from '#ui/shell/PhoneTabs.module.css';

/** Four jobs under the thumb, the rest in a sheet. */
export function PhoneTabs() {
  const m = useMessages(shellMessages);
  const text = useText();
  const { pages } = useHouse();
  const sheet = useRef<HTMLDialogElement>(null);
  useLightDismiss(sheet);
  const tabs = pages.filter((page) => page.nav.phone).slice(0, 4);
  return (
    <nav className={styles.tabs} aria-label={m.mainNavigation}>
      {tabs.map((page) => (
        <Link
          key={page.path}
          to={page.path}
          activeOptions={{ exact: page.path === '/', includeSearch: false }}
          className={styles.tab}
        >
          <page.nav.icon />
          <span>{text(page.title)}</span>
        </Link>
      ))}
      <button type="button" className={styles.tab} onClick={() => sheet.current?.showModal()}>
        <MenuOutlined aria-hidden="true" />
        <span>{m.more}</span>
      </button>
      <dialog ref={sheet} className={styles.sheet} aria-label={m.mainNavigation}>
        <NavLinks pages={pages} onGo={() => sheet.current?.close()} />
      </dialog>
    </nav>
  );
}
