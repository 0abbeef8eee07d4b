import { addDays, type Day } from '#shared/day.ts';
import { endOfMonth } from '#today/today.ts';

/** The days that people mean when they say when: each once, none today or before. */
export function nextDays(today: Day): { key: 'tomorrow' | 'friday' | 'monday' | 'inWeek'; day: Day }[] {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const days = [
    { key: 'tomorrow' as const, day: addDays(today, 1) },
    { key: 'friday' as const, day: addDays(today, 5 - weekday) },
    { key: 'monday' as const, day: addDays(today, (8 - weekday) % 7 || 7) },
    { key: 'inWeek' as const, day: addDays(today, 7) },
  ];
  const seen = new Set<Day>();
  return days.filter(({ day }) => day > today && !seen.has(day) && seen.add(day));
}

/** The days to which a signature is put off. */
export function closeDays(
  today: Day,
): { key: 'endOfMonth' | 'endOfNextMonth' | 'inMonth' | 'endOfQuarter'; day: Day }[] {
  const month = endOfMonth(today);
  const days = [
    { key: 'endOfMonth' as const, day: month },
    { key: 'inMonth' as const, day: addDays(today, 30) },
    { key: 'endOfNextMonth' as const, day: endOfMonth(addDays(month, 1)) },
    { key: 'endOfQuarter' as const, day: endOfQuarter(today) },
  ];
  const seen = new Set<Day>();
  return days.filter(({ day }) => !seen.has(day) && seen.add(day)).toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

function endOfQuarter(day: Day): Day {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, Math.ceil(month / 3) * 3, 0)).toISOString().slice(0, 10);
}
