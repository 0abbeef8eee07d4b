import { useSyncExternalStore } from 'react';
import { useMessages } from '#ui/lang.tsx';
import { shellMessages } from '#ui/shell/shell.messages.ts';
import { dismiss, onToasts, toasts } from '#ui/toast.tsx';
import styles from '#ui/Toasts.module.css';

export function Toasts() {
  const m = useMessages(shellMessages);
  const shown = useSyncExternalStore(onToasts, toasts);
  return (
    <div className={styles.place} role="status" aria-live="polite">
      {shown.map((one) => (
        <div key={one.id} className={styles.toast} data-tone={one.tone}>
          <span>{one.text}</span>
          {one.undo && (
            <button
              type="button"
              onClick={() => {
                one.undo?.();
                dismiss(one.id);
              }}
            >
              {m.undo}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
