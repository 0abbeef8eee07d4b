/** The two languages of the product; zh-CN leads. */
export type Lang = 'zh' | 'en';
export const langs: readonly Lang[] = ['zh', 'en'];

/** The one of them that an Accept-Language header asks for. */
export function langAsked(header: string | null | undefined): Lang | undefined {
  return langs.find((lang) => header?.toLowerCase().startsWith(lang));
}

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

/** '1 record', '3 records': English nouns that take an s. @param count as it is shown, formatted or not */
export function counted(count: number | string, noun: string): string {
  return `${count} ${noun}${String(count) === '1' ? '' : 's'}`;
}
