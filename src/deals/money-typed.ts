import type { MinorUnits } from '#shared/money.ts';

const units: { readonly [unit: string]: number } = {
  万: 1e4,
  w: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  k: 1e3,
  m: 1e6,
  元: 1,
};
const SHAPE = /^(\d+(?:\.\d*)?|\.\d+)\s*(百万|千万|万|亿|元|w|k|m)?\s*元?$/;

/**
 * An amount as people type it — 8600000, 8,600,000、860万、1.2 亿 — in minor units. Undefined when it is not one.
 * Digits are shifted as text, so that no binary fraction creeps in; beyond the minor unit it is rounded half up.
 */
export function readAmount(typed: string): MinorUnits | undefined {
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[,，\s¥￥]/g, '');
  const [, digits, unit] = SHAPE.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const shift = Math.log10(units[unit ?? '元'] ?? 1) + 2;
  const [whole = '', fraction = ''] = digits.split('.');
  const kept = fraction.slice(0, shift).padEnd(shift, '0');
  const half = Number(fraction[shift] ?? '0') >= 5 ? 1 : 0;
  const amount = Number(`${whole || '0'}${kept}`) + half;
  return Number.isSafeInteger(amount) ? amount : undefined;
}

/** The amount as plain figures in the major unit, for editing: 860000050 → '8600000.5'. */
export function figures(amount: MinorUnits): string {
  const whole = Math.trunc(amount / 100);
  const rest = String(Math.abs(amount) % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return rest === '' ? String(whole) : `${whole}.${rest}`;
}
