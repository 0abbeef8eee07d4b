import { labelOf, type Card } from '#platform/import-export/vcard/card.ts';
import { valueOf, type CardProperty } from '#platform/import-export/vcard/card-property.ts';

/** Where a number, an address or a mailbox is: at work or private; what kind of number. */
export type Place = 'cell' | 'work' | 'home' | 'fax' | 'pager' | 'other';

const labels: [RegExp, Place][] = [
  [/fax|传真/i, 'fax'],
  [/pager|寻呼/i, 'pager'],
  [/mobile|cell|iphone|手机|移动/i, 'cell'],
  [/^work$|^main$|office|business|工作|单位|公司|办公|总机/i, 'work'],
  [/^home$|private|住宅|家庭|家里|私人|^家$/i, 'home'],
];

/** By its types and its label; work goes before home when a card says both. */
export function placeOf(card: Card, property: CardProperty): Place {
  const label = labelOf(card, property);
  const said = [...property.types, ...(label ? [label] : [])];
  return labels.find(([pattern]) => said.some((word) => pattern.test(word)))?.[1] ?? 'other';
}

type Numbers = { mobile: string; phone: string; otherPhones: string; homePhones: string; fax: boolean };

/** As long as a contact's number may be. */
const LONGEST = 40;

/**
 * Many numbers in the two fields of a contact: the first mobile; as phone those at work, then the rest, as many as fit,
 * between slashes. What is over, and what is private, stands apart.
 */
export function numbersOf(card: Card): Numbers {
  const found = ranked(card, 'TEL').map(({ place, text }) => {
    const number = numberOf(text);
    return { place: place === 'other' && isChineseMobile(number) ? ('cell' as const) : place, number };
  });
  const of = (place: Place) => [...new Set(found.flatMap((one) => (one.place === place ? [one.number] : [])))];
  const [mobile = '', ...cells] = of('cell');
  const rest = [...new Set([...of('work'), ...of('other'), ...cells])].filter((number) => number !== mobile);
  let phone = '';
  const over: string[] = [];
  for (const number of rest) {
    const joined = phone ? `${phone} / ${number}` : number;
    if (joined.length <= LONGEST || !phone) phone = joined;
    else over.push(number);
  }
  const fax = found.some(({ place }) => place === 'fax' || place === 'pager');
  return { mobile, phone, otherPhones: over.join('; '), homePhones: of('home').join('; '), fax };
}

/** The first mailbox at work, or of no known place; the others; those at home. */
export function mailboxesOf(card: Card): { email: string; otherEmails: string; homeEmails: string } {
  const found = ranked(card, 'EMAIL').map(({ place, text }) => ({ place, address: text.replace(/^mailto:/i, '') }));
  const work = found.filter(({ place }) => place === 'work');
  const other = found.filter(({ place }) => place !== 'work' && place !== 'home');
  const [email = '', ...more] = new Set([...work, ...other].map(({ address }) => address));
  const home = found.flatMap(({ place, address }) => (place === 'home' ? [address] : []));
  return { email, otherEmails: more.join('; '), homeEmails: [...new Set(home)].join('; ') };
}

function isPreferred({ types, params }: CardProperty): boolean {
  return types.includes('pref') || params['PREF'] === '1';
}

function ranked(card: Card, name: string) {
  return card.properties
    .filter((property) => property.name === name && valueOf(property) !== '')
    .toSorted((a, b) => Number(isPreferred(b)) - Number(isPreferred(a)))
    .map((property) => ({ place: placeOf(card, property), text: valueOf(property) }));
}

/** `tel:+1-418-656-9254;ext=102`, pauses (`,,8888`), invisible marks that telephones copy: as a person writes it. */
export function numberOf(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{Cc}]/gu, '')
    .replace(/^tel:/i, '')
    .replace(/;ext=/i, ' ext. ')
    .replaceAll(/\s*[,;pw]+\s*(?=\d)/gi, ' 转 ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function isChineseMobile(number: string): boolean {
  return /^(?:\+?86)?1[3-9]\d{9}$/.test(number.replaceAll(/[\s()-]/g, ''));
}
