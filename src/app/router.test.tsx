import { QueryClient } from '@tanstack/react-query';
import { createMemoryHistory } from '@tanstack/react-router';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { slices } from '#app/slices.tsx';
import type { routerOf as RouterOf } from '#app/router.tsx';

const pages = slices.flatMap((slice) => slice.pages);
let routerOf: typeof RouterOf;

beforeAll(async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
  ({ routerOf } = await import('#app/router.tsx'));
});

describe('the slices under one roof', () => {
  test('every page has an address of its own', () => {
    const paths = pages.map((page) => page.path);
    expect(paths).toEqual([...new Set(paths)]);
  });

  test('the router takes them all, and each address leads to its page', () => {
    const router = routerOf(slices, new QueryClient());
    router.update({ ...router.options, history: createMemoryHistory() });
    for (const page of pages) {
      const address = page.path.replaceAll(/\$\w+/g, 'some-id');
      const found = router.matchRoutes(address, {}).at(-1);
      expect(found?.fullPath, page.path).toBe(page.path);
    }
  });
});
