import { CheckOutlined } from '@ant-design/icons';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from '#ui/MenuButton.module.css';

export type MenuItem = {
  key: string;
  label: ReactNode;
  checked?: boolean;
  danger?: boolean;
  /** The menu stays open: one of several choices. */
  stays?: boolean;
  run: () => void;
};
export type MenuGroup = { title?: string; note?: string; items: readonly MenuItem[] };

type Props = {
  /** What the button is called; its visible content may be a picture. */
  label: string;
  button: ReactNode;
  groups: readonly MenuGroup[];
  /** Which edge of the button the menu keeps to. */
  align?: 'start' | 'end';
  className?: string;
  /** What was chosen last is on its way: it keeps the focus and opens later. */
  busy?: boolean;
};

/** A button that opens a menu: arrows move, Enter chooses, Escape closes and gives the focus back. */
export function MenuButton({ label, button, groups, align = 'end', className, busy = false }: Props) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    menu.current?.showPopover();
    place(menu.current, trigger.current, align);
    box.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
    const away = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    // It stands over the page, so it does not scroll with it: it goes along with its button, until that is out of sight.
    const scrolled = () => {
      const at = trigger.current?.getBoundingClientRect();
      if (!at || at.bottom < 0 || at.top > innerHeight) setOpen(false);
      else place(menu.current, trigger.current, align);
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('scroll', scrolled, { capture: true, passive: true });
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('scroll', scrolled, { capture: true });
    };
  }, [open, align]);
  const close = () => {
    setOpen(false);
    trigger.current?.focus();
  };
  return (
    <div className={styles.box} ref={box}>
      <button
        ref={trigger}
        type="button"
        className={className ?? styles.trigger}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-disabled={busy || undefined}
        onClick={() => setOpen(!open && !busy)}
      >
        {button}
      </button>
      {open && (
        <div
          ref={menu}
          popover="manual"
          role="menu"
          aria-label={label}
          tabIndex={-1}
          className={styles.menu}
          onKeyDown={(event) => moveIn(event, close)}
        >
          {groups.map((group, at) => (
            <div role="group" key={group.title ?? group.items[0]?.key ?? at} className={styles.group}>
              {group.title && <div className={group.note ? styles.name : styles.title}>{group.title}</div>}
              {group.note && <div className={styles.note}>{group.note}</div>}
              {group.items.map((item) => (
                <button
                  key={item.key}
                  type="button"
                  role={item.checked === undefined ? 'menuitem' : item.stays ? 'menuitemcheckbox' : 'menuitemradio'}
                  aria-checked={item.checked}
                  tabIndex={-1}
                  className={styles.item}
                  data-danger={item.danger}
                  onClick={() => {
                    if (!item.stays) close();
                    item.run();
                  }}
                >
                  <span>{item.label}</span>
                  {item.checked && <CheckOutlined aria-hidden="true" />}
                </button>
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** In the top layer, where no box clips it: below its button, or above where there is no room below. */
function place(menu: HTMLElement | null, button: HTMLElement | null, align: 'start' | 'end'): void {
  if (!menu || !button) return;
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const left = align === 'start' ? at.left : at.right - width;
  const above = at.bottom + GAP + height > innerHeight && at.top > height + GAP;
  menu.style.left = `${Math.max(GAP, Math.min(left, innerWidth - width - GAP))}px`;
  menu.style.top = `${above ? at.top - height - GAP : at.bottom + GAP}px`;
}

const GAP = 6;

function moveIn(event: KeyboardEvent<HTMLElement>, close: () => void) {
  if (event.key === 'Escape' || event.key === 'Tab') {
    if (event.key === 'Escape') event.stopPropagation();
    return close();
  }
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items.at(to % items.length)?.focus();
}
