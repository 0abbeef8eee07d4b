import type { Words } from '#method/scales.ts';

/** How bad a selling mistake is, the worst first. */
export const severities = {
  serious: { zh: '严重', en: 'serious' },
  warning: { zh: '警示', en: 'warning' },
  hint: { zh: '提示', en: 'hint' },
} as const satisfies Words;
export type Severity = keyof typeof severities;
