import type { Finding } from '#method/lint/lint.ts';
import { addDays, type Day } from '#shared/day.ts';
import { refuse, type Refusal } from '#shared/refusal.ts';

/** Longest run of a waiver, days: then somebody looks again. */
export const longestWaiver = 180;

type Asked = { rule: string; until: Day };
type Around = {
  standing: readonly Finding[];
  waived: readonly { readonly rule: string }[];
  mayWaiveSerious: boolean;
  today: Day;
};

/** May this finding be let be until that day? A running waiver may be given another day. */
export function refuseWaiver(
  { rule, until }: Asked,
  { standing, waived, mayWaiveSerious, today }: Around,
): Refusal | null {
  const finding = [...standing, ...waived].find((one) => one.rule === rule);
  if (!finding) return refuse('waiver.notFound');
  if (until <= today) return refuse('waiver.past');
  if (until > addDays(today, longestWaiver)) return refuse('waiver.tooLong', { days: longestWaiver });
  const serious = 'severity' in finding && finding.severity === 'serious';
  return serious && !mayWaiveSerious ? refuse('waiver.notAllowed') : null;
}
