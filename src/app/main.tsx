import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { routerOf } from '#app/router.tsx';
import { slices } from '#app/slices.tsx';
import { sessionQuery } from '#session/session.queries.tsx';
import { goToSignIn, isPublicPath } from '#session/return-path.ts';
import { HouseContext } from '#ui/house.tsx';
import { nameLang } from '#ui/lang.tsx';
import { createQueries } from '#ui/queries.tsx';
import { onSignedOut } from '#ui/signed-out.tsx';
import { ThemeProvider } from '#ui/theme/ThemeProvider.tsx';
import { isDarkNow, paint } from '#ui/theme/scheme.tsx';
import { Toasts } from '#ui/Toasts.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';
import '#ui/theme/ground.css';

paint(isDarkNow());
nameLang();

const queries = createQueries();
const router = routerOf(slices, queries);

// Who is here is asked while the page's code is still on its way.
if (!isPublicPath(location.pathname)) void queries.prefetchQuery(sessionQuery);

onSignedOut(() => {
  const { pathname, searchStr } = router.latestLocation;
  if (isPublicPath(pathname)) return;
  queries.clear();
  void router.navigate({ href: goToSignIn(pathname + searchStr) });
});

const root = createRoot(document.getElementById('root')!);
const show = (content: ReactNode) =>
  root.render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <HouseContext value={slices}>
          <ThemeProvider>
            {content}
            <Toasts />
          </ThemeProvider>
        </HouseContext>
      </QueryClientProvider>
    </StrictMode>,
  );

// The first page is shown once its code is here: what React waits for meanwhile it shows 300 ms later than it could.
show(<PageSkeleton bare />);
void router.load().finally(() => show(<RouterProvider router={router} />));
