import { addDays, type Day } from '#shared/day.ts';

/** The days to which a parked deal is put off again. */
export function wakeDays(today: Day): { key: 'month' | 'quarter' | 'half' | 'year'; day: Day }[] {
  return [
    { key: 'month', day: addDays(today, 30) },
    { key: 'quarter', day: addDays(today, 90) },
    { key: 'half', day: addDays(today, 180) },
    { key: 'year', day: addDays(today, 365) },
  ];
}
