import { bigrams } from '#shared/text.ts';
import { items, part, type Placed } from '#method/playbook-references.ts';
import type { Playbook } from '#method/playbook.ts';
import { isRecord, type Path } from '#method/rule-problems.ts';
import { doubt, idOf, strings, type Doubt } from '#method/proofread/doubt.ts';

const han = /\p{Script=Han}/u;

/** Texts that are there but say nothing to one of the readers. */
export function languageDoubts(raw: unknown, path: Path = []): Doubt[] {
  if (Array.isArray(raw)) return raw.flatMap((item: unknown, at) => languageDoubts(item, [...path, at]));
  if (!isRecord(raw)) return [];
  const { zh, en } = raw;
  if (typeof zh !== 'string' || typeof en !== 'string')
    return Object.entries(raw).flatMap(([key, inner]) => languageDoubts(inner, [...path, key]));
  if (zh.trim() === '' || en.trim() === '') return [];
  if (han.test(en)) return [doubt('warning', [...path, 'en'], (m) => m.untranslated)];
  return zh === en && en.length > 12 ? [doubt('warning', path, (m) => m.sameText)] : [];
}

/** `{who}` stands for whom to ask; nothing else in braces is filled in. */
export function placeDoubts(root: Placed): Doubt[] {
  const nexts = items(root, 'stages').flatMap((stage) =>
    items(stage, 'checks').flatMap((check) => part(check, 'next')),
  );
  return nexts.flatMap((next) => {
    const nobody = strings(next.value.ask).length === 0;
    const texts = [...part(next, 'act'), ...part(next, 'question').flatMap((asked) => part(asked, 'text'))];
    return texts.flatMap(({ value, path }) => {
      const places = [value.zh, value.en].flatMap((text) =>
        typeof text === 'string' ? (text.match(/\{[^{}\s]*\}/g) ?? []) : [],
      );
      const strange = places.find((place) => place !== '{who}');
      if (strange) return [doubt('warning', path, (m) => m.strangePlace(strange))];
      return nobody && places.length > 0 ? [doubt('warning', path, (m) => m.whoNobody)] : [];
    });
  });
}

/** Less of the shorter wording than this in the other, and it is another claim. */
const KIN = 0.25;

/** Evidence hangs on a check's id: an id with another meaning would count it for what it never showed. */
export function reuseDoubts(root: Placed, published: Playbook | undefined): Doubt[] {
  if (!published) return [];
  const before = new Map(published.stages.flatMap(({ checks }) => checks).map((check) => [check.id, check.text]));
  return items(root, 'stages')
    .flatMap((stage) => items(stage, 'checks'))
    .flatMap((check) => {
      const old = before.get(idOf(check) ?? '');
      const now = isRecord(check.value.text) ? check.value.text : {};
      if (!old || typeof now.zh !== 'string' || typeof now.en !== 'string') return [];
      if (likeness(old.zh, now.zh) >= KIN || likeness(old.en, now.en) >= KIN) return [];
      return [doubt('warning', [...check.path, 'text'], (m, lang) => m.meaningChanged(published.version, old[lang]))];
    });
}

function likeness(a: string, b: string): number {
  const [one, other] = [new Set(bigrams(a)), new Set(bigrams(b))];
  const least = Math.min(one.size, other.size);
  return least === 0 ? 1 : [...one].filter((gram) => other.has(gram)).length / least;
}
