import { ORPCError } from '@orpc/server';
import { z } from 'zod';
import { inBoth, inLang, inputWords } from '#shared/input-words.ts';
import type { Lang } from '#shared/messages.ts';
import { platformRefusals, type InputIssue } from '#platform/http/refusals.ts';
import type { RequestContext } from '#platform/http/handlers.server.ts';

// A schema knows no reader: every issue carries both languages until the answer is written.
z.config({
  customError: (issue) => inBoth(inputWords(issue)),
});

/** All faults of the input in one 422 in the reader's language; malformed bodies too. */
export async function explainErrors<T>(options: { context: RequestContext; next: () => Promise<T> }): Promise<T> {
  try {
    return await options.next();
  } catch (error) {
    const { lang, log } = options.context;
    if (!(error instanceof ORPCError)) {
      if (error instanceof SyntaxError || error instanceof URIError) throw invalid([malformed(lang)], lang);
      log.error({ err: error }, 'request failed');
      throw error;
    }
    if (error.code === 'BAD_REQUEST') {
      const issues = (error.data as { issues?: InputIssue[] } | undefined)?.issues;
      throw invalid(issues?.map((issue) => issueInLang(issue, lang)) ?? [malformed(lang)], lang);
    }
    if (error.status >= 500) log.error({ err: error, cause: error.cause }, 'request failed');
    throw error;
  }
}

function invalid(issues: InputIssue[], lang: Lang) {
  const { status, words } = platformRefusals['input.invalid'];
  return new ORPCError('input.invalid', { status, message: words({ issues })[lang], data: { issues } });
}

export function issueInLang({ path, message }: InputIssue, lang: Lang): InputIssue {
  return { path: path ?? [], message: inLang(message, lang) };
}

function malformed(lang: Lang): InputIssue {
  return { path: [], message: lang === 'zh' ? '请求内容不是有效的 JSON。' : 'The body is not valid JSON.' };
}
