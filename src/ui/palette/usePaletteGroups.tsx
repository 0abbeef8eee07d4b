import { useQueries, keepPreviousData } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState, type ComponentType } from 'react';
import { useHouse } from '#ui/house.tsx';
import { useLang, useMessages, useText } from '#ui/lang.tsx';
import { matches } from '#ui/palette/match.ts';
import { shellMessages } from '#ui/shell/shell.messages.ts';
import type { Doing, Found } from '#ui/slice.tsx';

export type PaletteItem = { id: string; label: string; hint?: string; icon?: ComponentType } & Doing;
export type PaletteGroup = { id: string; title: string; items: readonly PaletteItem[]; failed?: boolean };

const pause = 120;

/** What the palette shows for the text: pages and commands at once, found records as they arrive. */
export function usePaletteGroups(text: string): { groups: PaletteGroup[]; searching: boolean } {
  const m = useMessages(shellMessages);
  const words = useText();
  const lang = useLang();
  const { pages, commands, finders } = useHouse();
  const asked = usePaused(useDeferredValue(text.trim()));
  const found = useQueries({
    queries: finders.map((finder) => ({
      queryKey: ['palette', finder.id, lang, asked],
      queryFn: ({ signal }: { signal: AbortSignal }) => finder.find({ text: asked, lang, signal }),
      enabled: asked !== '',
      placeholderData: keepPreviousData<readonly Found[]>,
      retry: false,
    })),
  });
  const fixed: PaletteGroup[] = [
    {
      id: 'go',
      title: m.paletteGo,
      items: pages
        .filter((page) => matches(text, [page.title.zh, page.title.en, page.path]))
        .map((page) => ({ id: `go:${page.path}`, label: words(page.title), icon: page.nav.icon, to: page.path })),
    },
    ...(['create', 'act', 'go'] as const).map((kind) => ({
      id: `command:${kind}`,
      title: { create: m.paletteCreate, act: m.paletteAct, go: m.paletteGo }[kind],
      items: commands
        .filter((one) => one.kind === kind && matches(text, [one.label.zh, one.label.en, one.keywords]))
        .map((one) => ({ ...one, label: words(one.label) })),
    })),
  ];
  const live: PaletteGroup[] = finders.map((finder, at) => {
    const items = text.trim() === '' ? (finder.idle?.() ?? []) : asked ? (found[at]?.data ?? []) : [];
    return {
      id: finder.id,
      title: words(finder.label),
      items: items.map((one) => ({ ...one, id: `${finder.id}:${one.id}` })),
      failed: found[at]?.isError ?? false,
    };
  });
  return {
    groups: [...live, ...fixed].filter((group) => group.items.length > 0 || (group.failed && asked)),
    searching: text.trim() !== asked || found.some((one) => one.isFetching),
  };
}

function usePaused(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
