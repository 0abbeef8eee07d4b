import type { ReactNode } from 'react';
import type { Lang } from '#shared/messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import { choice } from '#ui/preference.tsx';
import { PhoneTabs } from '#ui/shell/PhoneTabs.tsx';
import { shellMessages } from '#ui/shell/shell.messages.ts';
import { SideNav } from '#ui/shell/SideNav.tsx';
import { TopBar } from '#ui/shell/TopBar.tsx';
import styles from '#ui/shell/Shell.module.css';

const navWidth = choice('nav', ['wide', 'narrow'], 'wide');

type ShellProps = { children: ReactNode; signOut: () => void; speak: (lang: Lang) => void };

/** The house every page stands in. `signOut` and `speak` (change the language) are the session slice's. */
export function Shell({ children, signOut, speak }: ShellProps) {
  const m = useMessages(shellMessages);
  const isPhone = useIsPhone();
  const narrow = navWidth.use() === 'narrow';
  return (
    <div className={styles.shell} data-narrow={narrow || undefined}>
      <a className={styles.skip} href="#main">
        {m.skip}
      </a>
      {!isPhone && <SideNav narrow={narrow} onToggle={() => navWidth.set(narrow ? 'wide' : 'narrow')} />}
      <TopBar signOut={signOut} speak={speak} />
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      {isPhone && <PhoneTabs />}
    </div>
  );
}
