import { definitionOf, valueWords } from '#deals/facts/fact-groups.ts';
import type { Names } from '#deals/deal-names.ts';
import { origins } from '#method/scales.ts';
import { closeReasons } from '#deals/deal-words.ts';
import { lists } from '#method/fact-lists.ts';
import type { Scalar } from '#method/fact-type.ts';
import type { Lang, Text } from '#shared/messages.ts';
import { shortAmount } from '#ui/amount.ts';

type Fields = { readonly [field: string]: unknown };
type Facts = { values?: Fields; lists?: { [list: string]: readonly Fields[] } };
export type Changed = { before?: Fields; after?: Fields; currency?: unknown; words?: unknown };

const fieldWords: { readonly [field: string]: Text } = {
  name: { zh: '名称', en: 'Name' },
  amount: { zh: '金额', en: 'Amount' },
  currency: { zh: '币种', en: 'Currency' },
  closeOn: { zh: '预计签约', en: 'Close date' },
  grade: { zh: '等级', en: 'Grade' },
  origin: { zh: '来源', en: 'Origin' },
  tags: { zh: '标签', en: 'Tags' },
  accountId: { zh: '客户', en: 'Account' },
  custom: { zh: '自定义字段', en: 'Custom fields' },
};
const nothing = '—';

/** 'deal.changed' in words: 金额 ¥300万 → ¥500万. What follows by rule (the class, healed overrides) is not told. */
export function fieldChanges({ before = {}, after = {}, currency }: Changed, lang: Lang): string {
  return Object.keys(after)
    .flatMap((field) => {
      const word = fieldWords[field]?.[lang];
      if (!word) return [];
      if (field === 'accountId' || field === 'custom') return [word];
      const said = (value: unknown) => fieldValue(field, value, typeof currency === 'string' ? currency : 'CNY', lang);
      return [`${word} ${said(before[field])} → ${said(after[field])}`];
    })
    .join(' · ');
}

function fieldValue(field: string, value: unknown, currency: string, lang: Lang): string {
  if (Array.isArray(value)) return value.join(lang === 'zh' ? '、' : ', ') || nothing;
  if (typeof value === 'number') return shortAmount({ amount: value, currency }, lang);
  if (typeof value !== 'string') return nothing;
  if (field === 'closeOn') return dayWords(value, lang);
  return field === 'origin' ? (origins[value as keyof typeof origins]?.[lang] ?? value) : value;
}

/** 'deal.factsRecorded' in words: each fact that is new or another, and of lists the names of what was put in or taken out. */
export function factChanges({ before, after, currency, words }: Changed, lang: Lang): string {
  const [old, now] = [factsOf(before), factsOf(after)];
  const facts = keysOf(old.values, now.values).flatMap((id) => {
    const definition = definitionOf(id);
    if (!definition || definition.area === 'evaluation') return [];
    if (same(old.values?.[id], now.values?.[id])) return [];
    const value = now.values?.[id] as Scalar | undefined;
    return [`${definition.name[lang]} ${value === undefined ? nothing : factValue(definition, value)}`];
  });
  const changedLists = keysOf(old.lists, now.lists).flatMap((id) => {
    const list = lists[id as keyof typeof lists];
    if (!list || list.area === 'evaluation') return [];
    const rows = changedRows(old.lists?.[id] ?? [], now.lists?.[id] ?? []);
    const names = [...new Set(rows.map((row) => rowName(id, row, lang)))];
    return names.length > 0 ? [`${list.name[lang]} ${names.join(lang === 'zh' ? '、' : ', ')}`] : [];
  });
  return [...facts, ...changedLists].join(' · ');

  function factValue(definition: NonNullable<ReturnType<typeof definitionOf>>, value: Scalar): string {
    const { type } = definition;
    if (type.kind === 'number' && type.unit === 'minorUnits')
      return shortAmount({ amount: Number(value), currency: typeof currency === 'string' ? currency : 'CNY' }, lang);
    const [yes, no] = lang === 'zh' ? ['是', '否'] : ['yes', 'no'];
    const buyerStage = (id: string) => (words as Names | undefined)?.[`buyer:${id}`]?.[lang] ?? id;
    return valueWords(definition, value, lang, { yes, no, buyerStage, day: (day) => dayWords(day, lang) });
  }
}

function factsOf(fields: Fields | undefined): Facts {
  return fields?.['facts'] ?? {};
}

function keysOf(...all: (object | undefined)[]): string[] {
  return [...new Set(all.flatMap((one) => Object.keys(one ?? {})))];
}

/** Rows that are new, another or gone; a changed one once. */
function changedRows(before: readonly Fields[], after: readonly Fields[]): Fields[] {
  const [old, now] = [new Set(before.map(text)), new Set(after.map(text))];
  const rows = [...after.filter((row) => !old.has(text(row))), ...before.filter((row) => !now.has(text(row)))];
  const key = ({ name, item, kind }: Fields) => text([name, item, kind]);
  return rows.filter((row, at) => rows.findIndex((one) => key(one) === key(row)) === at);
}

/** A mark is named by what is marked, a paper by its kind, a person by the name. */
function rowName(list: string, { name, item, kind }: Fields, lang: Lang): string {
  const words: { readonly [id: string]: Text } =
    list === 'ratings'
      ? lists.ratings.fields.item.words
      : list === 'artifacts'
        ? lists.artifacts.fields.kind.words
        : {};
  return words[String(item ?? kind)]?.[lang] ?? String(name);
}

export function reasonWords(code: unknown, lang: Lang): string | undefined {
  if (typeof code !== 'string' || code === '') return undefined;
  return code in closeReasons ? closeReasons[code as keyof typeof closeReasons][lang] : code;
}

/** A day with its year: what is read later is read in another year. */
export function dayWords(day: string, lang: Lang): string {
  const format = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

const text = (value: unknown) => JSON.stringify(value);
const same = (a: unknown, b: unknown) => text(a) === text(b);
