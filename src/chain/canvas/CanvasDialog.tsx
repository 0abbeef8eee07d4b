import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '#ui/lang.tsx';
import { useLightDismiss } from '#ui/lightDismiss.tsx';
import { canvasMessages } from '#chain/canvas/canvas.messages.ts';
import styles from '#chain/canvas/Canvas.module.css';

type Props = {
  title: string;
  /** What the button does; absent: there is nothing to do but to close. */
  act?: { label: string; ready: boolean; run: () => void };
  onClose: () => void;
  children: ReactNode;
};

/** A question of the canvas over the page; it gives the focus back. */
export function CanvasDialog({ title, act, onClose, children }: Props) {
  const m = useMessages(canvasMessages);
  const dialog = useRef<HTMLDialogElement>(null);
  useLightDismiss(dialog);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const close = () => dialog.current?.close();
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (act && !act.ready) return;
          act?.run();
          close();
        }}
      >
        <h2>{title}</h2>
        {children}
        <div className={styles.buttons}>
          <Button onClick={close}>{act ? m.cancel : m.close}</Button>
          {act && (
            <Button type="primary" htmlType="submit" disabled={!act.ready}>
              {act.label}
            </Button>
          )}
        </div>
      </form>
    </dialog>
  );
}
