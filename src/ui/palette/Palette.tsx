import { useEffect, useRef } from 'react';
import { useMessages } from '#ui/lang.tsx';
import { useLightDismiss } from '#ui/lightDismiss.tsx';
import { PaletteBox } from '#ui/palette/PaletteBox.tsx';
import { shellMessages } from '#ui/shell/shell.messages.ts';
import styles from '#ui/palette/Palette.module.css';

/** ⌘K: go, create, act. A modal dialog of the platform: it keeps the focus and gives it back. */
export function Palette({ onClose }: { onClose: () => void }) {
  const m = useMessages(shellMessages);
  const dialog = useRef<HTMLDialogElement>(null);
  useLightDismiss(dialog);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label={m.search} onClose={onClose}>
      <PaletteBox onDone={() => dialog.current?.close()} />
    </dialog>
  );
}
