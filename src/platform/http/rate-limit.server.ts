import type { MiddlewareHandler } from 'hono';
import { getConnInfo } from '@hono/node-server/conninfo';

const WINDOW_SECONDS = 10;
/** Requests a window and address: a person with many tabs stays far below, a runaway script does not. */
const LIMIT = 2_000;

/** A fixed window by address, in this process: a brake on runaway clients, not a fence against an attack. */
export function limitRate(header: string | undefined, limit = LIMIT): MiddlewareHandler {
  let window = 0;
  let counts = new Map<string, number>();
  return async (c, next) => {
    const seconds = performance.now() / 1000;
    const current = Math.floor(seconds / WINDOW_SECONDS);
    if (current !== window) {
      window = current;
      counts = new Map();
    }
    const address = addressOf(c, header);
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    if (count <= limit) return next();
    const wait = Math.ceil((current + 1) * WINDOW_SECONDS - seconds);
    const message = `操作过于频繁，请 ${wait} 秒后再试。Too many requests; try again in ${wait} seconds.`;
    return c.json({ code: 'request.tooMany', status: 429, message, data: { seconds: wait } }, 429, {
      'retry-after': String(wait),
    });
  };
}

/** The network address of whoever asks; behind a proxy, see `addressHeader` of the server. */
export function addressOf(c: Parameters<MiddlewareHandler>[0], header?: string): string {
  const told = header === undefined ? undefined : c.req.header(header)?.split(',').at(-1)?.trim();
  if (told) return told;
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return '127.0.0.1'; // requests of tests have no socket
  }
}
