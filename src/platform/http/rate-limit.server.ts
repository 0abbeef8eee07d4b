import type { MiddlewareHandler } from 'hono';
import { getConnInfo } from '@hono/node-server/conninfo';

const WINDOW_SECONDS = 10;
/** Requests a window and address: a person with many tabs stays far below, a runaway script does not. */
const LIMIT = 2_000;

/** A fixed window by address, in this process: a brake on runaway clients, not a fence against an attack. */
export function limitRate(header: string | undefined, limit = LIMIT): MiddlewareHandler {
  const wait = countRequests();
  return async (c, next) => {
    const seconds = wait(addressOf(c, header), { window: WINDOW_SECONDS, max: limit });
    if (seconds === 0) return next();
    const message = `操作过于频繁，请 ${seconds} 秒后再试。Too many requests; try again in ${seconds} seconds.`;
    return c.json({ code: 'request.tooMany', status: 429, message, data: { seconds } }, 429, {
      'retry-after': String(seconds),
    });
  };
}

/**
 * Counts requests by a key in windows that begin anew however busy the key is. The answer is the seconds to wait:
 * 0 while the window (of `window` seconds) holds no more than `max`.
 */
export function countRequests(now = () => performance.now() / 1000) {
  let counts = new Map<string, { until: number; count: number }>();
  let sweepAt = 0;
  return (key: string, { window, max }: { window: number; max: number }): number => {
    const moment = now();
    if (moment >= sweepAt) {
      counts = new Map([...counts].filter(([, { until }]) => until > moment));
      sweepAt = moment + WINDOW_SECONDS;
    }
    const known = counts.get(key);
    const current = known && known.until > moment ? known : { until: moment + window, count: 0 };
    counts.set(key, { until: current.until, count: current.count + 1 });
    return current.count < max ? 0 : Math.ceil(current.until - moment);
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
