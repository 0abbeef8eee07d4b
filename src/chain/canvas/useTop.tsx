import { type RefObject, useLayoutEffect } from 'react';

/** Tells a box's styles how far down the page it begins (`--top`), so that it can end where the first screen does. Measured as it comes. */
export function useTop(box: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const top = box.current ? Math.round(box.current.getBoundingClientRect().top + window.scrollY) : 0;
    box.current?.style.setProperty('--top', `${top}px`);
  }, [box]);
}
