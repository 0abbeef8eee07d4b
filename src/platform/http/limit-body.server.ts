import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/**
 * Refuses a body of more than `maxSize` bytes. Where the request tells its length, which the HTTP parser holds it to, that is
 * compared and the body not touched: asked for here, it would be made a stream, which costs as much as reading it.
 */
export function limitBody(maxSize: number, onError: (c: Context) => Response): MiddlewareHandler {
  const counted = bodyLimit({ maxSize, onError });
  return async (c, next) => {
    if (isUnread(c.req.raw)) return next();
    const length = toldLength(c.req.raw);
    if (length === null) return counted(c, next);
    return length > maxSize ? onError(c) : next();
  };
}

/**
 * Whether anything comes with the request. Of a POST without a body a browser says that its length is 0, of a DELETE nothing:
 * over the wire, what tells neither its length nor that it comes in pieces has none, though it is given a stream.
 */
export function hasBody({ req, env }: Context): boolean {
  const request = req.raw;
  if (isUnread(request)) return false;
  const length = toldLength(request);
  if (length !== null) return length > 0;
  const wired = (env as { incoming?: unknown } | undefined)?.incoming !== undefined;
  return wired ? request.headers.has('transfer-encoding') : request.body !== null;
}

function isUnread({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** Bytes; null when the request does not say. */
function toldLength({ headers }: Request): number | null {
  const told = headers.get('content-length');
  return told === null || headers.has('transfer-encoding') ? null : Number(told);
}
