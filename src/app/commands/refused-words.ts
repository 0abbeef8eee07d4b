import { dealRefusals } from '#deals/deal-refusals.ts';
import { importRefusals } from '#imports/import-refusals.ts';
import { tableRefusals } from '#platform/import-export/table-refusals.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { inLang } from '#shared/input-words.ts';
import type { RefusalKinds } from '#shared/refusal.ts';

const kinds: RefusalKinds = { ...platformRefusals, ...tableRefusals, ...dealRefusals, ...importRefusals };

type Answer = { code?: unknown; message?: unknown; data?: unknown };
type Issue = { path?: readonly unknown[]; message?: string };

/** A refusal as a terminal shows it: in both languages, with each fault of the input on a line. */
export function refusedWords({ code, message, data }: Answer): string {
  const kind = typeof code === 'string' ? kinds[code] : undefined;
  const words = kind?.words(data ?? {});
  const { issues = [] } = (data ?? {}) as { issues?: readonly Issue[] };
  const lines = issues.map(({ path = [], message: fault = '' }) => {
    const [zh, en] = [inLang(fault, 'zh'), inLang(fault, 'en')];
    return `  ${path.join('.')}  ${zh === en ? zh : `${zh} ${en}`}`;
  });
  const said = words
    ? `${words.zh}\n${words.en}`
    : typeof message === 'string' && message !== ''
      ? message
      : String(code);
  return [said, ...lines].join('\n');
}
