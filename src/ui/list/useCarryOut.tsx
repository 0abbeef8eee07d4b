import { useQueryClient } from '@tanstack/react-query';
import type { Left, ManyDone } from '#platform/list/many.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { listMessages } from '#ui/list/list.messages.ts';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { toast } from '#ui/toast.tsx';

type Chosen = { id: string; version: number };
type Act<V> = {
  send: (asked: { rows: (Chosen & V)[] }) => Promise<ManyDone>;
  rows: readonly Chosen[];
  /** What a record is to become, and what it was. */
  after: (at: number) => V;
  before: (at: number) => V;
  /** 'Done: so many.' */
  told: (count: number) => string;
};

/** Does one thing to many records, says what was done and what was left and why, and offers the way back. */
export function useCarryOut() {
  const m = useMessages(listMessages);
  const failures = useMessages(failureMessages);
  const lang = useLang();
  const queries = useQueryClient();
  const reasons = ({ changed, notFound, notYours }: Left) =>
    [
      changed > 0 && m.leftChanged(changed),
      notFound > 0 && m.leftNotFound(notFound),
      notYours > 0 && m.leftNotYours(notYours),
    ]
      .filter(Boolean)
      .join(lang === 'zh' ? '，' : ', ');
  const say = ({ done, left }: ManyDone, told: (count: number) => string, undo?: () => void) => {
    const why = reasons(left);
    const words = done.length > 0 ? told(done.length) : m.noneDone;
    const text = why ? `${words}${lang === 'zh' ? '；' : '; '}${m.leftAsIs(why)}` : words;
    toast(text, { undo, tone: done.length > 0 ? 'plain' : 'bad' });
  };
  return async <V,>({ send, rows, after, before, told }: Act<V>): Promise<void> => {
    const result = await send({ rows: rows.map(({ id, version }, at) => ({ id, version, ...after(at) })) });
    const places = new Map(rows.map(({ id }, at) => [id, at]));
    const undo = async () => {
      try {
        const back = await send({ rows: result.done.map((one) => ({ ...one, ...before(places.get(one.id)!) })) });
        say(back, m.undone);
      } catch (refused) {
        toast(wordsOf(refused, failures), { tone: 'bad' });
      }
      await queries.invalidateQueries();
    };
    say(result, told, result.undoable && result.done.length > 0 ? () => void undo() : undefined);
    await queries.invalidateQueries();
  };
}
