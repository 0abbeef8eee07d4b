import { choice } from '#ui/preference.tsx';
import { langs, type Lang, type Messages, type Text } from '#shared/messages.ts';

const chosen = choice<Lang>('lang', langs, 'zh');

/** The language of this screen, outside React (request headers, formatting). */
export function currentLang(): Lang {
  return chosen.get();
}

export function setLang(lang: Lang): void {
  chosen.set(lang);
  nameLang();
}

/** Tells the document which language it is in. */
export function nameLang(): void {
  document.documentElement.lang = localeOf(chosen.get());
}

/** Speaks the language of the person's profile unless another was chosen on this device. */
export function adoptLang(lang: Lang): void {
  if (!chosen.isChosen()) setLang(lang);
}

export function localeOf(lang: Lang): 'zh-CN' | 'en' {
  return lang === 'zh' ? 'zh-CN' : 'en';
}

/** The language of this screen. */
export function useLang(): Lang {
  return chosen.use();
}

/** A slice's words in the language of this screen: `const m = useMessages({ zh, en })`. */
export function useMessages<Z>(messages: { readonly zh: Z; readonly en: Messages<NoInfer<Z>> }): Messages<Z> {
  const lang = useLang();
  return (lang === 'zh' ? messages.zh : messages.en) as Messages<Z>;
}

/** An act and what it is about, for those who hear the page: '完成：回电', 'Done: call back'. */
export function spoken(act: string, what: string): string {
  return `${act}${chosen.get() === 'zh' ? '：' : ': '}${what}`;
}

/** Names in a row: '甲、乙', 'A, B'. */
export function listed(names: readonly string[]): string {
  return names.join(chosen.get() === 'zh' ? '、' : ', ');
}

/** Content that is kept in both languages (playbook texts, navigation labels). */
export function useText(): (text: Text) => string {
  const lang = useLang();
  return (text) => text[lang];
}
