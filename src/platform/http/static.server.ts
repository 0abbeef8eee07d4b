import { readFileSync } from 'node:fs';
import { serveStatic } from '@hono/node-server/serve-static';
import type { App } from '#platform/http/server.server.ts';

/** The built web app: hashed files for ever, the page itself never cached, every other path is the page. */
export function staticFiles(app: App, folder: string): void {
  const page = readFileSync(`${folder}/index.html`, 'utf8');
  app.use(
    '/assets/*',
    serveStatic({
      root: folder,
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  );
  app.use('*', async (c, next) => (c.req.path === '/' ? next() : serveStatic({ root: folder })(c, next)));
  app.get('*', (c) =>
    c.req.path.startsWith('/assets/') ? c.notFound() : c.html(page, 200, { 'cache-control': 'no-cache' }),
  );
}
