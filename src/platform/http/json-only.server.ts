import type { MiddlewareHandler } from 'hono';
import type { RefusalKind } from '#shared/refusal.ts';
import type { Asked } from '#platform/http/plain-routes.server.ts';
import type { RequestContext } from '#platform/http/handlers.server.ts';
import { hasBody, limitBody } from '#platform/http/limit-body.server.ts';
import { platformRefusals } from '#platform/http/refusals.ts';

/** No form of ours comes near it; files go by routes of their own. */
const JSON_LIMIT = 2 * 1024 * 1024;

type Env = { Variables: { context: RequestContext } };

/** What the API's endpoints take as a body: JSON, as it is, of a size that a person could have typed. */
export function jsonOnly(): MiddlewareHandler<Env> {
  const limited = limitBody(JSON_LIMIT, (c) =>
    refused(c as Asked, 'request.tooLarge', platformRefusals['request.tooLarge'], { limit: '2 MB' }),
  );
  return async (c, next) => {
    const { headers } = c.req.raw;
    if (!hasBody(c)) return next();
    const isJson = /^application\/json\b/i.test(headers.get('content-type') ?? '');
    if (!isJson || (headers.get('content-encoding') ?? 'identity') !== 'identity')
      return refused(c, 'request.notJson', platformRefusals['request.notJson'], {});
    return limited(c, next);
  };
}

function refused(c: Asked, code: string, { status, words }: RefusalKind, data: { limit?: string }) {
  return c.json({ code, status, message: words(data)[c.var.context.lang], data }, status);
}
