import { useEffect } from 'react';
import { useMessages } from '#ui/lang.tsx';
import { shellMessages } from '#ui/shell/shell.messages.ts';

/** Names the document after what is on the page: 'ERP 二期 · 龙门'. */
export function useTitle(title: string | undefined): void {
  const { product } = useMessages(shellMessages);
  useEffect(() => {
    if (title) document.title = `${title} · ${product}`;
  }, [title, product]);
}
