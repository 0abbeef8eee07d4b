import type { ReactNode } from 'react';
import { useMessages } from '#ui/lang.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import { choice } from '#ui/preference.tsx';
import { PhoneTabs } from '#ui/shell/PhoneTabs.tsx';
import { shellMessages } from '#ui/shell/shell.messages.ts';
import { SideNav } from '#ui/shell/SideNav.tsx';
import { TopBar } from '#ui/shell/TopBar.tsx';
import styles from '#ui/shell/Shell.module.css';

const navWidth = choice('nav', ['wide', 'narrow'], 'wide');

/** The house every page stands in. `signOut` is the session slice's. */
export function Shell({ children, signOut }: { children: ReactNode; signOut: () => void }) {
  const m = useMessages(shellMessages);
  const isPhone = useIsPhone();
  const narrow = navWidth.use() === 'narrow';
  return (
    <div className={styles.shell} data-narrow={narrow || undefined}>
      <a className={styles.skip} href="#main">
        {m.skip}
      </a>
      {!isPhone && <SideNav narrow={narrow} onToggle={() => navWidth.set(narrow ? 'wide' : 'narrow')} />}
      <TopBar signOut={signOut} />
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      {isPhone && <PhoneTabs />}
    </div>
  );
}
