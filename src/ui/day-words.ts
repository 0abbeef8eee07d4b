import { daysBetween, type Day } from '#shared/day.ts';
import type { Lang, Messages } from '#shared/messages.ts';
import { dayMessages } from '#ui/day.messages.ts';

/** '3月8日', with the year when it is another: '2027年3月8日'. */
export function dayWords(day: Day, today: Day, lang: Lang): string {
  return formatted(day, lang, {
    month: lang === 'zh' ? 'long' : 'short',
    day: 'numeric',
    ...(day.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
  });
}

/** The whole day with its weekday, for the hover: '2026年3月8日星期日'. */
export function fullDayWords(day: Day, lang: Lang): string {
  return formatted(day, lang, { dateStyle: 'full' });
}

/** How far from today, while that says more than the date: within a month, else nothing. A past due day is overdue. */
export function distanceWords(day: Day, today: Day, lang: Lang, due: boolean): string | undefined {
  const m: Messages<typeof dayMessages.zh> = dayMessages[lang];
  const days = daysBetween(today, day);
  if (days === 0) return m.today;
  if (days === 1) return m.tomorrow;
  if (days < 0 && due) return m.overdue(-days);
  if (days === -1) return m.yesterday;
  if (Math.abs(days) > 30) return undefined;
  return days > 0 ? m.inDays(days) : m.daysAgo(-days);
}

// A calendar day has no time zone: it is read and written in UTC.
function formatted(day: Day, lang: Lang, options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en', { ...options, timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
