import { createContext, use, useMemo } from 'react';
import { useSession } from '#ui/session.tsx';
import type { Command, Finder, Page, Slice } from '#ui/slice.tsx';

/** Everything the slices brought; the app provides it. */
export const HouseContext = createContext<readonly Slice[]>([]);

export type NavPage = Page & { nav: NonNullable<Page['nav']> };

export type SettingPage = Page & { setting: NonNullable<Page['setting']> };

type House = { pages: NavPage[]; settings: SettingPage[]; commands: Command[]; finders: Finder[]; bell: Slice['bell'] };

/** What this person may use of it, in order. */
export function useHouse(): House {
  const slices = use(HouseContext);
  const { permissions } = useSession();
  return useMemo(() => {
    const allowed = (one: { permission?: Page['permission'] }) =>
      one.permission === undefined || permissions.includes(one.permission);
    return {
      pages: slices
        .flatMap((slice) => slice.pages)
        .filter((page): page is NavPage => page.nav !== undefined && allowed(page))
        .sort((a, b) => a.nav.order - b.nav.order),
      settings: slices
        .flatMap((slice) => slice.pages)
        .filter((page): page is SettingPage => page.setting !== undefined && allowed(page))
        .sort((a, b) => a.setting.order - b.setting.order),
      commands: slices.flatMap((slice) => slice.commands ?? []).filter(allowed),
      finders: slices.flatMap((slice) => slice.finders ?? []).filter(allowed),
      bell: slices.find((slice) => slice.bell)?.bell,
    };
  }, [slices, permissions]);
}
