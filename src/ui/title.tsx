import { useEffect, useLayoutEffect } from 'react';
import { useMessages } from '#ui/lang.tsx';
import { shellMessages } from '#ui/shell/shell.messages.ts';

/** Names the document after what is on the page: 'ERP 二期 · 龙门'. */
export function useTitle(title: string): void {
  const { product } = useMessages(shellMessages);
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
}

/** The route's own title, before the page says a better one. */
export function useFirstTitle(title: string): void {
  const { product } = useMessages(shellMessages);
  useLayoutEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
}
