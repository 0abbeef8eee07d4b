import { randomUUID } from 'node:crypto';
import { StandardOpenAPIHandler } from '@orpc/openapi/standard';
import { SmartCoercionPlugin } from '@orpc/json-schema';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { AnyRouter } from '@orpc/server';
import type { StandardResponse } from '@orpc/standard-server';
import { toFetchBody, toFetchHeaders, toStandardLazyRequest } from '@orpc/standard-server-fetch';
import { Hono, type MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import type { Actor } from '#permissions/actor.ts';
import { langAsked } from '#shared/messages.ts';
import type { Database } from '#platform/database/database.server.ts';
import type { RequestContext } from '#platform/http/handlers.server.ts';
import { explainErrors } from '#platform/http/input-issues.server.ts';
import { limitBody } from '#platform/http/limit-body.server.ts';
import { observe, metrics } from '#platform/http/metrics.server.ts';
import { jsonOnly } from '#platform/http/json-only.server.ts';
import { addressOf, limitRate } from '#platform/http/rate-limit.server.ts';
import { staticFiles } from '#platform/http/static.server.ts';
import { platformRefusals } from '#platform/http/refusals.ts';

export type ServerOptions = {
  database: Database;
  router: AnyRouter;
  log: Logger;
  /** Who makes this request; null when nobody is signed in. */
  authenticate: (headers: Headers) => Promise<Actor | null>;
  /** Sign-in endpoints under /api/auth. */
  auth: (request: Request) => Promise<Response>;
  /** Routes that are not JSON endpoints: file downloads, exports. */
  routes?: (app: App) => void;
  /** The built web app; none in server tests. */
  webFolder?: string;
  now?: () => Date;
  /** The header in which a trusted proxy tells the client's address (its last entry counts); none: the socket's. */
  addressHeader?: string | undefined;
  /** Requests that one address may make in ten seconds. */
  rateLimit?: number | undefined;
  /** The header in which `auth` is told the client's address. */
  authAddressHeader?: string;
};

export type App = Hono<{ Variables: { context: RequestContext } }>;

const BODY_LIMIT = 25 * 1024 * 1024;

/** The whole HTTP face: health, metrics, sign-in, the API with its documentation, files, the web app. */
export function createServer(options: ServerOptions): App {
  const { database, router, log, authenticate } = options;
  const now = options.now ?? (() => new Date());
  const app: App = new Hono();
  const api = new StandardOpenAPIHandler(router, {
    plugins: [new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] })],
    interceptors: [explainErrors],
    clientInterceptors: [async (call) => asItIs(await call.next())],
  });

  app.use(secureHeaders(headers));
  app.use(compress());
  app.use(observe(log));
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => {
    await database.pool.query('select 1');
    return c.text('ready');
  });
  app.get('/metrics', metrics);

  app.use(
    '/api/*',
    limitBody(BODY_LIMIT, (c) => c.json(tooLarge(c.req.header('accept-language')), 413)),
  );
  app.use('/api/*', keptByNobody);
  const guard = csrf();
  // Only a cookie is sent by a browser unasked; a request by API key or of nobody needs no guard.
  app.use('/api/*', (c, next) => (c.req.header('cookie') ? guard(c, next) : next()));
  app.use('/api/*', limitRate(options.addressHeader, options.rateLimit));
  app.on(['GET', 'POST'], '/api/auth/*', async (c) => {
    const headers = new Headers(c.req.raw.headers);
    if (options.authAddressHeader) headers.set(options.authAddressHeader, addressOf(c, options.addressHeader));
    return options.auth(new Request(c.req.raw, { headers }));
  });
  // Written when somebody first asks: it takes more memory than everything that answers, and few ask.
  let description: Promise<string> | undefined;
  app.get('/api/openapi.json', async (c) => {
    description ??= described(router);
    return c.body(await description, 200, { 'content-type': 'application/json' });
  });

  app.use('/api/*', async (c, next) => {
    const known = await authenticate(c.req.raw.headers);
    const lang = langAsked(c.req.header('accept-language')) ?? known?.lang ?? 'zh';
    // What is worded for a person is worded as her screen asks for it.
    const actor = known && { ...known, lang };
    const requestId = c.req.header('x-request-id')?.slice(0, 64) ?? randomUUID();
    c.set('context', {
      database,
      actor,
      requestId,
      idempotencyKey: c.req.header('idempotency-key')?.slice(0, 128) ?? null,
      now: now(),
      log: log.child({ requestId }),
      lang,
    });
    await next();
    c.res.headers.set('x-request-id', requestId);
  });
  options.routes?.(app);
  app.use('/api/*', jsonOnly());
  app.use('/api/*', async (c, next) => {
    const asked = toStandardLazyRequest(c.req.raw);
    const { matched, response } = await api.handle(asked, { prefix: '/api', context: c.var.context });
    return matched ? whole(response) : next();
  });
  app.all('/api/*', (c) => {
    const message = { zh: '没有这个接口。', en: 'No such endpoint.' }[c.var.context.lang];
    return c.json({ code: 'record.notFound', status: 404, message }, 404);
  });
  if (options.webFolder) staticFiles(app, options.webFolder);
  app.onError((error, c) => {
    if (error instanceof HTTPException) return c.json(foreign, error.status);
    log.error({ err: error }, 'request failed');
    return c.json({ code: 'server.failed', status: 500, message: '服务器出错，已记录。Server error, logged.' }, 500);
  });
  return app;
}

const inherited = {};

/**
 * oRPC walks through plain objects and copies them, looking for files and bigints, which no answer has: of a list of fifty
 * rows that takes longer than writing it. What inherits from anything else goes to JSON.stringify as it is.
 */
function asItIs(answer: unknown): unknown {
  const isPlain = typeof answer === 'object' && answer !== null && Object.getPrototypeOf(answer) === Object.prototype;
  return isPlain ? Object.assign(Object.create(inherited) as object, answer) : answer;
}

/**
 * In one piece, its length told before anybody asks: of a small one `compress` then keeps its hands, and asked for its body it
 * would be made a stream.
 */
function whole({ status, headers: told, body: said }: StandardResponse): Response {
  const headers = toFetchHeaders(told);
  const body = toFetchBody(said, headers);
  if (typeof body === 'string') headers.set('content-length', String(Buffer.byteLength(body)));
  return new Response(body, { status, headers });
}

/**
 * What the API tells is one person's; an answer that says otherwise (a picture, a file) says so itself. That it varies by
 * encoding is said here, too: `c.header`, by which `compress` would say it, makes a stream of the body.
 */
const keptByNobody: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  if (!headers.has('vary')) headers.set('vary', 'Accept-Encoding');
};

const foreign = {
  code: 'request.foreign',
  status: 403,
  message: '请求来自其他网站的页面，已拒绝。Refused: the request comes from a page of another site.',
};

async function described(router: AnyRouter): Promise<string> {
  const { describeApi } = await import('#platform/http/openapi.server.ts');
  return JSON.stringify(await describeApi(router));
}

function tooLarge(header: string | undefined) {
  const data = { limit: '25 MB' };
  const words = platformRefusals['request.tooLarge'].words(data);
  return { code: 'request.tooLarge', status: 413, message: words[langAsked(header) ?? 'zh'], data };
}

const headers = {
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    // The component library writes its styles at run time.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    formAction: ["'self'"],
  },
  strictTransportSecurity: 'max-age=31536000; includeSubDomains',
  referrerPolicy: 'same-origin',
  permissionsPolicy: { camera: [], microphone: [], geolocation: ['self'] },
};
