import type { Context, MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

const registry = new Registry();
collectDefaultMetrics({ register: registry });

const duration = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time from request to answer',
  labelNames: ['method', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
});

/** Prometheus text format. */
export async function metrics(c: Context): Promise<Response> {
  return c.text(await registry.metrics(), 200, { 'content-type': registry.contentType });
}

/** One log line and one observation a request. No query strings, bodies or names: they may hold personal data. */
export function observe(log: Logger): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const ms = performance.now() - start;
    duration.observe({ method: c.req.method, status: String(c.res.status) }, ms / 1000);
    if (!c.req.path.startsWith('/api')) return;
    const requestId = c.res.headers.get('x-request-id');
    log.info({
      method: c.req.method,
      path: withoutIds(c.req.path),
      status: c.res.status,
      ms: Math.round(ms),
      requestId,
    });
  };
}

function withoutIds(path: string): string {
  return path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');
}
