import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, type RefObject } from 'react';

type Asked = {
  box: RefObject<HTMLElement | null>;
  count: number;
  /** The height of a row, or a guess at it. */
  height: number;
  gap?: number;
  more?: () => void;
};

const ahead = 12;

/** The rows in sight; asks for more before the reader reaches the end. */
export function useVirtualRows({ box, count, height, gap = 0, more }: Asked) {
  // Its functions change what they answer without changing identity; nothing here memoises on them.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count,
    gap,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 8,
    scrollPaddingStart: height,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= count - ahead) more?.();
  }, [last, count, more]);
  return { items, total: virtual.getTotalSize(), measure: virtual.measureElement, reveal: virtual.scrollToIndex };
}
