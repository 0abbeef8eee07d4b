import type { Context } from 'hono';
import type { Actor } from '#permissions/actor.ts';
import { isRefusal, refuse, type Refusal, type RefusalKind, type RefusalKinds } from '#shared/refusal.ts';
import type { RequestContext } from '#platform/http/handlers.server.ts';
import { issueInLang } from '#platform/http/input-issues.server.ts';
import { platformRefusals, type InputIssue } from '#platform/http/refusals.ts';
import { Refused } from '#platform/http/refused.server.ts';

/** Routes that are not JSON: uploads and downloads. */
export type Asked = Context<{ Variables: { context: RequestContext } }>;

export function signedIn(c: Asked): Actor {
  const { actor } = c.var.context;
  if (!actor) throw new Refused(refuse('session.required'));
  return actor;
}

/** A response, or the refusal as the API words it everywhere. @param kinds what this route may refuse, beside what any may */
export async function answer(c: Asked, kinds: RefusalKinds, run: () => Promise<Response | Refusal>): Promise<Response> {
  const result = await run().catch((error: unknown) => {
    if (error instanceof Refused) return error.refusal;
    throw error;
  });
  if (!isRefusal(result)) return result;
  const { lang, log } = c.var.context;
  const all: RefusalKinds = { ...platformRefusals, ...kinds };
  const kind: RefusalKind | undefined = all[result.code];
  if (!kind) throw new Error(`undeclared refusal ${result.code}`);
  if (kind.alert) log.warn({ refusal: result.code }, 'refused');
  const data = result.code === 'input.invalid' ? inWords(result.data as { issues: InputIssue[] }, lang) : result.data;
  return c.json({ code: result.code, status: kind.status, message: kind.words(data)[lang], data }, kind.status);
}

function inWords({ issues }: { issues: InputIssue[] }, lang: 'zh' | 'en') {
  return { issues: issues.map((issue) => issueInLang(issue, lang)) };
}
