import { useEffect, type RefObject } from 'react';

/** A click on the ground behind a dialog closes it, as people expect. */
export function useLightDismiss(dialog: RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const element = dialog.current;
    const close = (event: PointerEvent) => {
      if (event.target === element) element?.close();
    };
    element?.addEventListener('pointerdown', close);
    return () => element?.removeEventListener('pointerdown', close);
  }, [dialog]);
}
