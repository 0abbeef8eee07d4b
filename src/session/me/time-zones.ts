/** IANA zones with their usual offset, those near the reader's work first. */
const usual = ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore', 'Asia/Tokyo'];

export function timeZoneOptions(current: string): { value: string; label: string }[] {
  const all = Intl.supportedValuesOf('timeZone');
  const zones = new Set([current, ...usual, ...all, 'UTC']);
  return [...zones].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}
