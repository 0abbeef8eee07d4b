import type { QueryClient } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { Inside } from '#app/Inside.tsx';
import { parseSearch, stringifySearch } from '#ui/search.tsx';
import { guarded } from '#ui/guarded.tsx';
import type { Page, Slice } from '#ui/slice.tsx';
import { BrokenNote, NotFoundNote } from '#ui/state/PageNotes.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';

/** The slices' pages as one route tree: public ones bare, the rest inside session and shell. */
export function routerOf(slices: readonly Slice[], queries: QueryClient) {
  const pages = slices.flatMap((slice) => slice.pages);
  const root = createRootRoute({ component: Outlet });
  const inside = createRoute({ getParentRoute: () => root, id: '_inside', component: Inside });
  const settings = createRoute({
    getParentRoute: () => inside,
    id: '_settings',
    component: lazyRouteComponent(() => import('#settings/SettingsFrame.tsx'), 'SettingsFrame'),
  });
  const routeOf = (page: Page, parent: typeof root | typeof inside | typeof settings) =>
    createRoute({
      getParentRoute: () => parent,
      path: page.path,
      // Another record is another page: nothing typed for one stays for the next.
      remountDeps: ({ params }) => params,
      component: lazyRouteComponent(async () => ({ Page: guarded(page, await page.load()) }), 'Page'),
      loaderDeps: ({ search }: { search: object }) => ({ search: search as Record<string, string> }),
      loader: ({ params, deps }) => {
        // Not awaited: the page shows its own skeleton and takes the data from the query cache.
        void page.prefetch?.({ params, search: deps.search, queries });
      },
    });
  return createRouter({
    routeTree: root.addChildren([
      ...pages.filter((page) => page.public).map((page) => routeOf(page, root)),
      inside.addChildren([
        ...pages.filter((page) => !page.public && !page.setting).map((page) => routeOf(page, inside)),
        settings.addChildren(pages.filter((page) => page.setting).map((page) => routeOf(page, settings))),
        // No such page, but still the house around it.
        createRoute({ getParentRoute: () => inside, path: '$', component: NotFoundNote }),
      ]),
    ]),
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadDelay: 40,
    defaultPreloadStaleTime: 15_000,
    defaultPendingMs: 150,
    // No longer than needed: its shape is that of the page.
    defaultPendingMinMs: 0,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: BrokenNote,
    defaultNotFoundComponent: NotFoundNote,
    scrollRestoration: true,
    scrollToTopSelectors: ['#main'],
  });
}
