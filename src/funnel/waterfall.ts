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

export function drawn(steps: readonly Step[]): DrawnBar[] {
  let level = 0;
  return steps.map((step) => {
    const whole = step.key === 'opening' || step.key === 'closing';
    const from = whole ? 0 : level;
    level = whole ? step.amount : level + step.amount;
    return { ...step, from, to: level };
  });
}
