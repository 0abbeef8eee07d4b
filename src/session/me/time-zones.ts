import type { Lang } from '#shared/messages.ts';

/** IANA zones with the name that people give them, those near the reader's work first. */
export function timeZoneOptions(current: string, lang: Lang): { value: string; label: string }[] {
  const zones = new Set([current, ...near, ...Intl.supportedValuesOf('timeZone'), 'UTC']);
  return [...zones].map((zone) => ({ value: zone, label: labelOf(zone, lang) }));
}

const near = ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore', 'Asia/Tokyo'];
const labels = new Map<string, string>();

/** '中国标准时间 · Asia/Shanghai'. Making a formatter is slow, and there are four hundred zones. */
function labelOf(zone: string, lang: Lang): string {
  const key = `${lang} ${zone}`;
  const known = labels.get(key);
  if (known) return known;
  const locale = lang === 'zh' ? 'zh-CN' : 'en';
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'long' }).formatToParts(0);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  const label = `${name} · ${zone.replaceAll('_', ' ')}`;
  labels.set(key, label);
  return label;
}
