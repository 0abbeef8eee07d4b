import { labelOf, type Card } from '#platform/import-export/vcard/card.ts';
import { componentsOf, valueOf, type CardProperty } from '#platform/import-export/vcard/card-property.ts';
import { mailboxesOf, numbersOf, placeOf } from '#platform/import-export/vcard/card-reach.ts';
import type { CardColumn } from '#platform/import-export/vcard/card-table.ts';
import { leftOutOf, type LeftOut } from '#platform/import-export/vcard/left-out.ts';

/** A card as a row: whom it names, where she works, how to reach her there; what it says beside stays out. */
export type CardPerson = {
  cells: { [column in CardColumn]: string };
  leftOut: LeftOut[];
  /** A group or a company, not somebody. */
  isPerson: boolean;
};

export function personOn(card: Card): CardPerson {
  const { fax, ...numbers } = numbersOf(card);
  const [organisation = '', ...units] = componentsOf(first(card, 'ORG') ?? none);
  const isPerson = kindOf(card) === 'individual';
  return {
    cells: {
      name: nameOf(card),
      organisation,
      department: units.filter(Boolean).join(' / '),
      title: text(card, 'TITLE') || text(card, 'ROLE'),
      ...numbers,
      ...mailboxesOf(card),
      wechat: wechatOf(card),
      categories: categoriesOf(card),
      workAddress: workAddressOf(card),
      website: websiteOf(card),
      note: text(card, 'NOTE'),
      uid: text(card, 'UID').slice(0, 200),
    },
    leftOut: [...leftOutOf(card), ...(fax ? (['fax'] as const) : [])],
    isPerson,
  };
}

const none: CardProperty = { group: '', name: '', types: [], params: {}, raw: '' };

function first({ properties }: Card, name: string): CardProperty | undefined {
  return properties.find((property) => property.name === name && property.raw.trim() !== '');
}

function text(card: Card, name: string): string {
  const property = first(card, name);
  return property ? valueOf(property) : '';
}

const HAN = /\p{Script=Han}/u;

/** 姓 and 名 written together in Chinese; else first name first; as the card shows it where the parts are not told. */
function nameOf(card: Card): string {
  const [last = '', given = '', middle = ''] = componentsOf(first(card, 'N') ?? none);
  const shown = text(card, 'FN');
  if (HAN.test(last + given)) return [last, middle, given].join('').replaceAll(/\s+/g, '');
  const parts = [given, last].filter(Boolean).join(' ');
  const name = given && last ? parts : shown || parts;
  return (/^[\p{Script=Han}\s]+$/u.test(name) ? name.replaceAll(/\s+/g, '') : name).replaceAll(/\s+/g, ' ').trim();
}

function kindOf(card: Card): 'individual' | 'group' | 'organisation' {
  const kind = (text(card, 'KIND') || text(card, 'X-ADDRESSBOOKSERVER-KIND')).toLowerCase();
  if (kind === 'group') return 'group';
  const named = componentsOf(first(card, 'N') ?? none).some(Boolean);
  if (kind === 'org' || (text(card, 'X-ABSHOWAS').toUpperCase() === 'COMPANY' && !named)) return 'organisation';
  return 'individual';
}

const WECHAT = /wechat|weixin|微信/i;

/** There is no standard property for it: each program has its own. */
function wechatOf(card: Card): string {
  const own = card.properties.find((property) => {
    const { name, types, params, raw } = property;
    if (/^X-(?:WECHAT|WEIXIN|WECHAT-ID)$/.test(name)) return raw.trim() !== '';
    if (!/^(?:IMPP|X-SOCIALPROFILE|X-IM)$/.test(name)) return false;
    return [labelOf(card, property), params['X-SERVICE-TYPE'] ?? '', ...types, raw].some((word) => WECHAT.test(word));
  });
  if (!own) return '';
  const user = own.params['X-USER'] ?? valueOf(own);
  return user.replace(/^(?:x-apple|weixin|wechat|im):(?:\/\/)?/i, '').trim();
}

/** What Google and telephones put on every card says nothing. */
const IDLE = /^(?:\*?\s*my\s*contacts|starred in android|我的联系人|联系人)$/i;

function categoriesOf(card: Card): string {
  const words = card.properties
    .filter(({ name }) => name === 'CATEGORIES')
    .flatMap((property) => valueOf(property).split(/[,，;；]/))
    .map((word) => word.trim().slice(0, 30))
    .filter((word) => word !== '' && !IDLE.test(word));
  return [...new Set(words)].slice(0, 60).join('; ');
}

/** Not one that says it is at home. */
function websiteOf(card: Card): string {
  const url = card.properties.find((one) => one.name === 'URL' && placeOf(card, one) !== 'home' && valueOf(one) !== '');
  return url ? valueOf(url) : '';
}

/** Only an address that says it is at work. */
function workAddressOf(card: Card): string {
  const address = card.properties.find((one) => one.name === 'ADR' && placeOf(card, one) === 'work');
  if (!address) return '';
  const [, extended = '', street = '', city = '', region = '', code = '', country = ''] = componentsOf(address).map(
    (part) => part.replaceAll(/\s*\n\s*/g, ' '),
  );
  return HAN.test(street + city + region)
    ? [country, region, city, street, extended, code && ` ${code}`].join('').trim()
    : [extended, street, city, [region, code].filter(Boolean).join(' '), country].filter(Boolean).join(', ');
}
