import { inLang } from '#shared/input-words.ts';
import { langAsked } from '#shared/messages.ts';
import type { Auth } from '#session/auth.server.ts';

/**
 * The sign-in endpoints. Faults of their input, which a schema told in both languages (shared/input-words.ts) and the library
 * joined to '[body.email] …; [body.password] …', are answered in the reader's alone.
 */
export function signInAnswers(auth: Auth) {
  return async (request: Request): Promise<Response> => {
    const answer = await auth.handler(request);
    const isFault = answer.status === 400 && answer.headers.get('content-type')?.includes('json');
    if (!isFault) return answer;
    const lang = langAsked(request.headers.get('accept-language')) ?? 'zh';
    const told = (await answer.json()) as { message?: string };
    const faults = told.message?.split('; ').map((fault) => {
      const [, where = '', words = ''] = /^(\[[^\]]*\] )?(.*)$/s.exec(fault) ?? [];
      return where + inLang(words, lang);
    });
    return Response.json({ ...told, message: faults?.join('; ') }, { status: answer.status, headers: answer.headers });
  };
}
