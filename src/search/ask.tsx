import type { Lang } from '#shared/messages.ts';
import { searchContract } from '#search/search.contract.ts';
import { clientFor } from '#ui/client.tsx';

type Answer = Awaited<ReturnType<typeof client.find>>;

const client = clientFor(searchContract);
let last: { text: string; lang: Lang; at: number; answer: Promise<Answer> } | undefined;

/** As long as three groups of one palette may take to ask the same. */
const together = 2_000;

/** The three groups of the palette are one request. A one-letter text finds nothing and is not sent. */
export function ask(text: string, lang: Lang): Promise<Answer> {
  if (Array.from(text).length < 2) return Promise.resolve({ accounts: [], contacts: [], deals: [] });
  const now = performance.now();
  if (last?.text === text && last.lang === lang && now - last.at < together) return last.answer;
  const answer = client.find({ text });
  last = { text, lang, at: now, answer };
  answer.catch(() => {
    if (last?.answer === answer) last = undefined;
  });
  return answer;
}
