import { saidBy } from '#people/signature-person.ts';
import { piecesOf, type Piece } from '#people/signature-pieces.ts';
import { isPrivate, privateKinds, type PrivateKind } from '#compliance/personal-facts/fact-kind.ts';
import { withoutPrivate } from '#people/signature-private.ts';
import { addressLike, companyEnd, type SignatureField, type Unplaced } from '#people/signature-words.ts';

/** What a pasted card or e-mail signature says 名片与签名. Read on the spot; nothing is sent anywhere. */
export type Signature = {
  fields: { [field in SignatureField]?: string };
  /** Understood; a contact has no field for it. */
  unplaced: { kind: Unplaced; text: string }[];
  /** Not understood, or one more of what is taken already: for the person to place. */
  rest: string[];
  /** Private things that stood in it (Domain §12). They are in none of the others. */
  leftOut: PrivateKind[];
};

/** The fields of a contact's form that it fills, in the form's order. */
export const filledBySignature = ['name', 'title', 'department', 'mobile', 'phone', 'email', 'wechat'] as const;

const LONGEST = 3_000;
const longest: { [field in SignatureField]: number } = {
  name: 100,
  company: 200,
  department: 100,
  title: 100,
  mobile: 40,
  phone: 40,
  email: 200,
  wechat: 100,
  website: 300,
};

const EMAIL = /(?:(?!\p{Script=Han})[\p{L}\p{N}._%+'-])+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u;
const WEBSITE =
  /(?:https?:\/\/|www\.)[^\s,;)]+|^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|cn|net|org|gov|edu|io|co|de|uk|jp|hk|tw|eu|info|biz)(?:\/\S*)?$/i;
const NUMBER = /[+(]{0,2}\d[\d\s().–-]{5,}\d(?:\s*(?:转|分机|ext\.?|x)\s*\d{1,6})?/gi;
const DAY = /^(?:19|20)\d{2}[-.\s]\d{1,2}[-.\s]\d{1,2}$/;
const SAME_WECHAT = /[(\s]*(?:手机)?(?:微信|wechat|vx|wx|v信?)同号?[)\s]*/i;

/** Reads a card or a signature, in Chinese or English, of any width of letters. Never throws. */
export function readSignature(pasted: string): Signature {
  const folded = pasted
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '');
  const { text, found } = withoutPrivate(folded);
  const reading = new Reading();
  for (const kind of found) reading.leftOut.add(kind);
  for (const piece of piecesOf(text)) reading.take(piece);
  return reading.result();
}

class Reading {
  readonly leftOut = new Set<PrivateKind>();
  readonly #fields: { [field in SignatureField]?: string } = {};
  readonly #unplaced: Signature['unplaced'] = [];
  readonly #rest: string[] = [];
  /** Names and employers that the look of words suggests: the surest is chosen at the end. */
  readonly #names: string[] = [];
  readonly #companies: { text: string; sure: boolean }[] = [];

  take({ label, text }: Piece): void {
    if (label && isPrivate(label)) {
      this.leftOut.add(label);
      return;
    }
    if (text === '') return;
    switch (label) {
      case 'mobile':
      case 'phone':
        return this.#numbers(text, label);
      case 'fax':
      case 'postcode':
      case 'chat':
      case 'hometown':
      case 'address':
        this.#unplaced.push({ kind: label, text });
        return;
      case 'email':
      case 'website':
      case undefined:
        return this.#unlabelled(text);
      case 'wechat':
        return this.#put('wechat', /^\S+/.exec(text)?.[0] ?? text);
      case 'name':
        return this.#put('name', text.replace(/(?:先生|女士|小姐|老师)$/, ''));
      default:
        return this.#put(label, text);
    }
  }

  result(): Signature {
    const chinese = this.#names.find((name) => /\p{Script=Han}/u.test(name));
    const names = [...(chinese ? [chinese] : []), ...this.#names.filter((name) => name !== chinese)];
    for (const name of names) this.#put('name', name);
    for (const { text, sure } of this.#companies.toSorted((a, b) => weightOf(b) - weightOf(a)))
      this.#put(sure || !this.#fields.company ? 'company' : 'department', text);
    return {
      fields: this.#fields,
      unplaced: this.#unplaced,
      rest: this.#rest,
      leftOut: privateKinds.filter((kind) => this.leftOut.has(kind)),
    };
  }

  #unlabelled(text: string): void {
    for (const [pattern, field] of [
      [EMAIL, 'email'],
      [WEBSITE, 'website'],
    ] as const) {
      const [hit] = pattern.exec(text) ?? [];
      if (!hit) continue;
      this.#put(field, hit);
      const more = text.replace(hit, ' ').replaceAll(/^[\s:/,()<>"]+|[\s:/,()<>"]+$/g, '');
      return more === '' ? undefined : this.#unlabelled(more);
    }
    if (this.#looksLikeNumber(text)) return this.#numbers(text, 'phone');
    if (addressLike.test(text) && !companyEnd.test(text)) {
      this.#unplaced.push({ kind: 'address', text });
      return;
    }
    for (const { as, text: said } of saidBy(text)) {
      if (as === 'name') this.#names.push(said);
      else if (as === 'company' || as === 'perhapsCompany')
        this.#companies.push({ text: said, sure: as === 'company' });
      else if (as === 'unknown' && this.#looksLikeNumber(said)) this.#numbers(said, 'phone');
      else if (as === 'unknown') this.#rest.push(said);
      else this.#put(as, said);
    }
  }

  /** A number without a label: one that is nothing else. */
  #looksLikeNumber(text: string): boolean {
    const plain = text.replace(SAME_WECHAT, ' ').trim();
    if (DAY.test(plain) || /[\p{L}]/u.test(plain.replaceAll(/转|分机|ext\.?|x/gi, ''))) return false;
    const digits = plain.replaceAll(/\D/g, '').length;
    return digits >= 7 && (isMobile(plain) || /^[+(0]|^[48]00|-/.test(plain));
  }

  #numbers(text: string, field: 'mobile' | 'phone'): void {
    const sameWechat = SAME_WECHAT.test(text);
    const found = [...text.matchAll(NUMBER)].map(([number]) => number.replaceAll(/\s+/g, ' ').trim());
    if (found.length === 0) this.#rest.push(text);
    for (const number of found) {
      const as = isMobile(number) ? 'mobile' : field;
      const other = as === 'mobile' ? 'phone' : 'mobile';
      this.#put(this.#fields[as] && !this.#fields[other] && as === 'mobile' ? 'phone' : as, number);
    }
    if (sameWechat && found[0]) this.#put('wechat', found[0].replaceAll(/\D/g, ''));
  }

  /** The first counts; titles and departments add up. */
  #put(field: SignatureField, written: string): void {
    const value = written.trim();
    const before = this.#fields[field];
    if (value === '' || value === before) return;
    const addsUp = field === 'title' || field === 'department';
    const whole = before && addsUp ? `${before} / ${value}` : value;
    if ((before && !addsUp) || whole.length > longest[field]) this.#rest.push(value);
    else this.#fields[field] = whole;
  }
}

/** The surer first, then the Chinese name. */
function weightOf({ text, sure }: { text: string; sure: boolean }): number {
  return (sure ? 2 : 0) + (/\p{Script=Han}/u.test(text) ? 1 : 0);
}

function isMobile(number: string): boolean {
  return /^(?:\+?86)?1[3-9]\d{9}$/.test(number.replaceAll(/[^\d+]/g, ''));
}
