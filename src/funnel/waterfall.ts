import { bars, type BarKey, type Bridge } from '#funnel/bridge.ts';

export type StepKey = BarKey | 'opening' | 'closing';
export type Step = { key: StepKey; count: number; amount: number };

/** Bars that are drawn even when nothing happened: their absence would raise a question. */
const always: readonly BarKey[] = ['new', 'grew', 'shrank', 'lost', 'won'];

/** The steps from opening to closing that are told. */
export function stepsOf({ opening, bars: all, closing }: Bridge): Step[] {
  const told = bars
    .map((key) => all.find((bar) => bar.key === key)!)
    .filter(({ key, count }) => count > 0 || always.includes(key));
  return [{ key: 'opening', ...opening }, ...told, { key: 'closing', ...closing }];
}

/** Where each bar of a waterfall begins and ends; whole ones stand on the ground. */
export type DrawnBar = Step & { from: number; to: number };

/** Below this share of the height nothing happens: the ground is raised, and whole bars are drawn broken. */
const STILL = 0.5;

/** The amount at which the drawing begins: nothing, or close under the lowest level where all levels are high. */
export function groundOf(steps: readonly DrawnBar[]): number {
  const levels = steps.flatMap(({ key, from, to }) => (key === 'opening' || key === 'closing' ? [to] : [from, to]));
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  return low > high * STILL && high > low ? Math.max(0, low - (high - low)) : 0;
}

export function drawn(steps: readonly Step[]): DrawnBar[] {
  let level = 0;
  return steps.map((step) => {
    const whole = step.key === 'opening' || step.key === 'closing';
    const from = whole ? 0 : level;
    level = whole ? step.amount : level + step.amount;
    return { ...step, from, to: level };
  });
}
