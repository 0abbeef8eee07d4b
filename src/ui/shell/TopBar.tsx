import { SearchOutlined } from '@ant-design/icons';
import { useEffect, useState } from 'react';
import type { Lang } from '#shared/messages.ts';
import { useHouse } from '#ui/house.tsx';
import { useMessages } from '#ui/lang.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { MeMenu } from '#ui/shell/MeMenu.tsx';
import { shellMessages } from '#ui/shell/shell.messages.ts';
import styles from '#ui/shell/TopBar.module.css';

const Palette = onDemand(async () => (await import('#ui/palette/Palette.tsx')).Palette);
const shortcut = /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘K' : 'Ctrl K';

export function TopBar({ signOut, speak }: { signOut: () => void; speak: (lang: Lang) => void }) {
  const m = useMessages(shellMessages);
  const [open, setOpen] = useState(false);
  const { bell: Bell } = useHouse();
  // Who types right after the shortcut must find the box there: until then, what is typed goes nowhere.
  useFetchSoon(Palette);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <header className={styles.bar}>
      <button
        type="button"
        className={styles.search}
        aria-keyshortcuts="Meta+K Control+K"
        onClick={() => setOpen(true)}
      >
        <SearchOutlined aria-hidden="true" />
        <span>{m.search}</span>
        <kbd>{shortcut}</kbd>
      </button>
      <div className={styles.end}>
        {Bell && <Bell />}
        <MeMenu signOut={signOut} speak={speak} />
      </div>
      {open && <Palette onClose={() => setOpen(false)} />}
    </header>
  );
}
