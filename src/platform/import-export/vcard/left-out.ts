import { labelOf, type Card } from '#platform/import-export/vcard/card.ts';
import { placeOf } from '#platform/import-export/vcard/card-reach.ts';
import type { CardProperty } from '#platform/import-export/vcard/card-property.ts';

/** What a card may say of a private life (Domain §12), and what a contact has no field for: never taken over, but told. */
export const leftOutKinds = [
  'birthday',
  'anniversary',
  'homeAddress',
  'family',
  'gender',
  'interests',
  'photo',
  'nickname',
  'chat',
  'fax',
] as const;
export type LeftOut = (typeof leftOutKinds)[number];

const byName: [RegExp, LeftOut][] = [
  [/^(?:BDAY|BIRTHPLACE|DEATHDATE|DEATHPLACE|X-LUNAR.*|X-.*BIRTHDAY)$/, 'birthday'],
  [/ANNIVERSARY$|^X-ABDATE$/, 'anniversary'],
  [/SPOUSE|^X-ABRELATEDNAMES$|^RELATED$|CHILD|PARTNER|MOTHER|FATHER/, 'family'],
  [/^(?:X-)?GENDER$|^X-WAB-GENDER$/, 'gender'],
  [/^(?:HOBBY|INTEREST|EXPERTISE|X-MS-INTERESTS|X-EVOLUTION-BLOG-URL|X-MS-HOBBY)$/, 'interests'],
  [/^PHOTO$/, 'photo'],
  [/^(?:X-)?NICKNAME$/, 'nickname'],
  [
    /^(?:IMPP|X-SOCIALPROFILE|X-(?:AIM|ICQ|MSN|QQ|YAHOO|JABBER|SKYPE.*|GTALK|GOOGLE-TALK|GADUGADU|GROUPWISE|TWITTER|MS-IMADDRESS))$/,
    'chat',
  ],
];

export function leftOutOf(card: Card): LeftOut[] {
  const found = new Set(card.properties.flatMap((property) => kindOf(card, property) ?? []));
  return leftOutKinds.filter((kind) => found.has(kind));
}

function kindOf(card: Card, property: CardProperty): LeftOut | undefined {
  if (property.raw.replaceAll(';', '').trim() === '') return undefined;
  if (property.name === 'ADR' || property.name === 'LABEL' || property.name === 'GEO')
    return placeOf(card, property) === 'work' ? undefined : 'homeAddress';
  const kind = byName.find(([pattern]) => pattern.test(property.name))?.[1];
  const said = [labelOf(card, property), property.params['X-SERVICE-TYPE'] ?? '', ...property.types, property.raw];
  // WeChat is how business is done; it has a field.
  return kind === 'chat' && said.some((word) => /wechat|weixin|微信/i.test(word)) ? undefined : kind;
}
