import { type RefObject, useLayoutEffect, useState } from 'react';

/** How far down the page a box begins, in pixels, so that it can end where the first screen does. Measured as it comes. */
export function useTop(box: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    if (box.current) setTop(Math.round(box.current.getBoundingClientRect().top + window.scrollY));
  }, [box]);
  return top;
}
