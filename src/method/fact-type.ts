import type { Day } from '#shared/day.ts';
import type { Words } from '#method/scales.ts';

/** The type of a fact's value. `choices` (several of a scale) occurs only as a field of a list. */
export type FactType =
  | { readonly kind: 'number'; readonly unit?: 'percent' | 'minorUnits'; readonly words?: Words }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'day' }
  | { readonly kind: 'text' }
  | { readonly kind: 'buyerStage' }
  | { readonly kind: 'choice'; readonly words: Words; readonly ordered: boolean }
  | { readonly kind: 'choices'; readonly words: Words };

export type ValueOf<T extends FactType> = T extends { kind: 'number' }
  ? number
  : T extends { kind: 'boolean' }
    ? boolean
    : T extends { kind: 'day' }
      ? Day
      : T extends { kind: 'choice'; words: infer W }
        ? keyof W & string
        : T extends { kind: 'choices'; words: infer W }
          ? readonly (keyof W & string)[]
          : string;

export type Scalar = string | number | boolean;

export const number = { kind: 'number' } as const;
export const percent = { kind: 'number', unit: 'percent' } as const;
export const minorUnits = { kind: 'number', unit: 'minorUnits' } as const;
/** A number of a short scale, each step with its word. */
export const steps = <const W extends Words>(words: W) => ({ kind: 'number', words }) as const;
export const boolean = { kind: 'boolean' } as const;
export const day = { kind: 'day' } as const;
export const text = { kind: 'text' } as const;

/** One value of a set without order. */
export function choice<const W extends Words>(words: W) {
  return { kind: 'choice', words, ordered: false } as const;
}

/** One value of a scale: later keys are further on, so that 'at least' means something. */
export function scale<const W extends Words>(words: W) {
  return { kind: 'choice', words, ordered: true } as const;
}

export function choices<const W extends Words>(words: W) {
  return { kind: 'choices', words } as const;
}
