import { SearchOutlined } from '@ant-design/icons';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Lang } from '#shared/messages.ts';
import { useHouse } from '#ui/house.tsx';
import { useMessages } from '#ui/lang.tsx';
import { MeMenu } from '#ui/shell/MeMenu.tsx';
import { shellMessages } from '#ui/shell/shell.messages.ts';
import styles from '#ui/shell/TopBar.module.css';

const loadPalette = () => import('#ui/palette/Palette.tsx');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const shortcut = /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘K' : 'Ctrl K';

export function TopBar({ signOut, speak }: { signOut: () => void; speak: (lang: Lang) => void }) {
  const m = useMessages(shellMessages);
  const [open, setOpen] = useState(false);
  const { bell: Bell } = useHouse();
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
        onPointerEnter={() => void loadPalette()}
      >
        <SearchOutlined aria-hidden="true" />
        <span>{m.search}</span>
        <kbd>{shortcut}</kbd>
      </button>
      <div className={styles.end}>
        {Bell && (
          <Suspense fallback={null}>
            <Bell />
          </Suspense>
        )}
        <MeMenu signOut={signOut} speak={speak} />
      </div>
      {open && (
        <Suspense fallback={null}>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </header>
  );
}
