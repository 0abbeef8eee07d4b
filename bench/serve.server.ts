import { createServer, type ServerResponse } from 'node:http';
import { serve } from '@hono/node-server';
import pg from 'pg';
import { openApplication } from '#app/application.server.ts';
import { readSettings } from '#app/settings.server.ts';

/**
 * The measured server in a process of its own: the application, and beside it on another port the bare driver on a bare
 * HTTP server. Tells its parent both ports; asked 'capture', it tells the next SQL that reads deals, which 'bare' then runs.
 */
const settings = { ...readSettings(), logLevel: 'silent' };
const application = await openApplication(settings);
const { pool } = application.database;

type Statement = { text: string; values: unknown[] };
let statement: Statement | undefined;
const send = Reflect.get(pg.Client.prototype, 'query') as (this: pg.Client, ...all: unknown[]) => unknown;
pg.Client.prototype.query = function query(this: pg.Client, ...args: unknown[]) {
  const asked = args[0] as Partial<Statement> | undefined;
  if (capturing && asked?.text?.includes('from "deals"')) statement = { text: asked.text, values: asked.values ?? [] };
  return send.apply(this, args);
} as typeof pg.Client.prototype.query;
let capturing = false;

async function answer(response: ServerResponse) {
  const { rows } = await pool.query({ name: 'bare', text: statement!.text, values: statement!.values });
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ rows }));
}

const app = serve({ fetch: application.app.fetch, hostname: '127.0.0.1', port: settings.port }, ({ port }) => {
  const bare = createServer((_request, response) => {
    void answer(response);
  }).listen(0, '127.0.0.1', () => {
    const address = bare.address();
    process.send?.({ app: port, bare: typeof address === 'object' ? address?.port : null });
  });
  process.on('message', (message) => {
    if (message === 'capture') capturing = true;
    if (message === 'captured') {
      capturing = false;
      process.send?.({ statement: statement?.text });
    }
    if (message === 'memory') process.send?.({ ...process.memoryUsage() });
    if (message === 'stop') {
      bare.close();
      app.close();
      void application.close().then(() => process.exit(0));
    }
  });
});
