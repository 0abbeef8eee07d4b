import { Drawer } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useIsPhone } from '#ui/phone.tsx';
import styles from '#deals/page/Sheet.module.css';

type Props = {
  title: ReactNode;
  onClose: () => void;
  foot?: ReactNode;
  width?: number;
  /** On a desk the page beside it stays in use. */
  beside?: boolean;
  children: ReactNode;
};

/** Beside the page on a desk, from below on a phone; its foot stays in reach of the thumb. */
export function Sheet({ title, onClose, foot, width = 600, beside = false, children }: Props) {
  const isPhone = useIsPhone();
  const [before] = useState(() => document.activeElement);
  // Taken down at once, the drawer has no time to give the focus back.
  useEffect(
    () => () => {
      if (document.activeElement === document.body && before instanceof HTMLElement)
        before.focus({ preventScroll: true });
    },
    [before],
  );
  return (
    <Drawer
      open
      title={title}
      placement={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '88%' : width}
      mask={!beside || isPhone}
      onClose={onClose}
      footer={foot && <div className={styles.foot}>{foot}</div>}
      styles={{ body: { padding: isPhone ? 14 : '16px 20px' }, footer: { padding: isPhone ? 14 : '12px 20px' } }}
    >
      {children}
    </Drawer>
  );
}
