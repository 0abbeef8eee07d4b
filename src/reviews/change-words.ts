import type { Change } from '#reviews/changes.ts';
import { reviewMessages } from '#reviews/reviews.messages.ts';
import type { Lang, Messages } from '#shared/messages.ts';
import { shortAmount } from '#ui/amount.ts';

/** A change in a sentence. @param day words of a day for the reader */
export function changeWords(change: Change, lang: Lang, day: (day: string) => string): string {
  const { changes: m }: Messages<typeof reviewMessages.zh> = reviewMessages[lang];
  switch (change.kind) {
    case 'amount': {
      const money = (amount: number | null) =>
        amount === null ? m.unknown : shortAmount({ amount, currency: change.currency }, lang);
      return m.amount(money(change.from), money(change.to));
    }
    case 'closeOn': {
      const on = (value: string | null) => (value === null ? m.unknown : day(value));
      const moved = m.closeOn(on(change.from), on(change.to));
      return change.later > 0 ? `${moved}${lang === 'zh' ? '，' : ', '}${m.later(change.later)}` : moved;
    }
    case 'stage': {
      const move = m.moves[change.how](change.to?.[lang] ?? '');
      return change.note ? `${move}${lang === 'zh' ? '：' : ': '}${change.note}` : move;
    }
    case 'evidence':
      return (change.against ? m.against : m.evidence)(change.check[lang], change.statement);
    case 'retracted':
      return m.retracted(change.reason);
    default:
      return m[change.kind](change.title);
  }
}

/** Whether it is good or bad news, as far as it is either. */
export function toneOf(change: Change): 'good' | 'bad' | undefined {
  switch (change.kind) {
    case 'amount':
      return (change.to ?? 0) >= (change.from ?? 0) ? 'good' : 'bad';
    case 'closeOn':
      return change.later > 0 ? 'bad' : undefined;
    case 'stage':
      return ['advanced', 'finished', 'won'].includes(change.how) ? 'good' : 'bad';
    case 'evidence':
      return change.against ? 'bad' : 'good';
    case 'done':
      return 'good';
    default:
      return 'bad';
  }
}
