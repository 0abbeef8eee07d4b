/** The two languages of the product; zh-CN leads. */
export type Lang = 'zh' | 'en';
export const langs: readonly Lang[] = ['zh', 'en'];

/** A piece of content in both languages (playbook texts, refusal words). */
export type Text = { readonly zh: string; readonly en: string };

/**
 * The shape that a translation must have to stand beside the leading one:
 * `export const en = { … } satisfies Messages<typeof zh>`. Parameters are functions.
 */
export type Messages<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : Messages<T[K]>;
};
