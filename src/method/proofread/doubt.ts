import type { Text } from '#shared/messages.ts';
import type { Placed } from '#method/playbook-references.ts';
import { isRecord, type Path } from '#method/rule-problems.ts';
import { inBoth, type ReviewWords } from '#method/proofread/proofread.messages.ts';

/** 'error' keeps a method from being published; 'warning' is worth a look. */
export type Weight = 'error' | 'warning';

/** Something in a method that can be read but makes no sense, and where. */
export type Doubt = { readonly path: Path; readonly words: Text; readonly weight: Weight };

export function doubt(weight: Weight, path: Path, words: ReviewWords): Doubt {
  return { weight, path, words: inBoth(words) };
}

/** A text pair as far as it is there, else the id, to name a part in a doubt about it. */
export function nameOf({ value }: Placed, key = 'name'): Text {
  const pair = value[key];
  const id = typeof value.id === 'string' ? value.id : '…';
  const of = (lang: 'zh' | 'en') => {
    const text = isRecord(pair) ? pair[lang] : undefined;
    return typeof text === 'string' && text.trim() !== '' ? text : id;
  };
  return { zh: of('zh'), en: of('en') };
}

export function idOf({ value }: Placed): string | undefined {
  return typeof value.id === 'string' ? value.id : undefined;
}

export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
