/** Finds words of the wrong language on a page: those that the product itself says, not those that people typed. */
export type Spoken = 'zh' | 'en';

/** Strings that the server sent as data. Of a text kept in both languages only the wanted one may be shown. */
export class Data {
  readonly #strings = new Set<string>();
  readonly #lang: Spoken;
  constructor(lang: Spoken) {
    this.#lang = lang;
  }

  take(json: unknown): void {
    if (typeof json === 'string') this.#strings.add(json);
    if (typeof json !== 'object' || json === null) return;
    const { zh, en } = json as { zh?: unknown; en?: unknown };
    if (typeof zh === 'string' && typeof en === 'string') {
      this.#strings.add(this.#lang === 'zh' ? zh : en);
    } else for (const inside of Object.values(json)) this.take(inside);
  }

  /** The words of the data in one text to look into. */
  text(): string {
    const shown = [...this.#strings].filter((text) => !IDENTIFIER.test(text));
    return shown.join('\n');
  }
}

/** Codes like 'open' or 'deal.changed' are not for people's eyes, the product words them; names of files are. */
const IDENTIFIER = /^(?!.*\.(csv|xlsx)$)[a-z][A-Za-z]*([._-][A-Za-z]+)*$/;

const han = /[\p{Script=Han}，。；：！？、（）]*\p{Script=Han}[\p{Script=Han}，。；：！？、（）]*/gu;
/** An English word that ends like a Chinese one. */
const wideStop = /[A-Za-z0-9]+[，。；：！？、]/g;
const latin = /[A-Za-z][A-Za-z'’-]+/g;

/** Names that are the same in every language: each language calls itself by its own name, products and standards keep theirs. */
const names: { [L in Spoken]: readonly string[] } = {
  zh: `Longmen English Ctrl Enter Esc API APIs CSV Excel JSON PDF Word XLSX xlsx csv UTF GBK ID IP URL ERP OpenAPI Chrome Chromium
    HeadlessChrome Linux Microsoft Authenticator Password name company com HTTP HTTPS GET POST PUT PATCH DELETE CNY USD EUR HKD JPY
    Asia Shanghai x-api-key MB KB Office WPS Alt Delete Insert YAML UTF- GB Clear IT`.split(/\s+/),
  en: ['中文', '龙门'],
};

/** @param texts what the page shows; @param data what the server sent for it */
export function strayWords(lang: Spoken, texts: readonly string[], data: string): string[] {
  const patterns = lang === 'en' ? [han, wideStop] : [latin];
  const words = texts.flatMap((text) => patterns.flatMap((pattern) => text.match(pattern) ?? []));
  const stray = words.filter((word) => !names[lang].includes(word) && !data.includes(word));
  return [...new Set(stray)];
}

/** Runs in the browser: every text a person sees or hears, without code samples. */
export function shownTexts(): string[] {
  // Goes to the browser as it stands, with all that it calls.
  // oxlint-disable-next-line unicorn/consistent-function-scoping
  const seen = (element: Element | null) =>
    element !== null &&
    element.closest('script, style, code, pre, samp, kbd, [translate=no], [aria-hidden=true]') === null &&
    element.checkVisibility({ visibilityProperty: true });
  const texts: string[] = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let last: Node | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.textContent?.trim() || !seen(node.parentElement)) continue;
    // React writes `{name}, {place}` as three texts; a reader sees one.
    if (last && node.previousSibling === last) texts.push(texts.pop()! + node.textContent);
    else texts.push(node.textContent);
    last = node;
  }
  for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
    if (seen(element))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) texts.push(element.getAttribute(name) ?? '');
  return texts;
}
