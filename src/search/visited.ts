/** A record this person opened on this device. */
export type Visit = { path: string; name: string };

const most = 6;
const records = /^\/(accounts|contacts|deals)\/[0-9a-f]{8}-[0-9a-f-]{27}$/;

export function isRecord(path: string): boolean {
  return records.test(path);
}

export function kindOf(path: string): 'accounts' | 'contacts' | 'deals' | null {
  return (records.exec(path)?.[1] as 'accounts' | 'contacts' | 'deals' | undefined) ?? null;
}

/** The newest first, each record once. */
export function withVisit(visits: readonly Visit[], visit: Visit): Visit[] {
  return [visit, ...visits.filter(({ path }) => path !== visit.path)].slice(0, most);
}

/** What was kept: anything else that stands there is nobody's fault and is passed over. */
export function readVisits(text: string | null): Visit[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.filter(isVisit).slice(0, most);
  } catch {
    return [];
  }
}

function isVisit(value: unknown): value is Visit {
  const { path, name } = (value ?? {}) as Partial<Visit>;
  return typeof path === 'string' && isRecord(path) && typeof name === 'string';
}
