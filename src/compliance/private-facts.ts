import { classOf, kindWords, type PrivateKind } from '#compliance/personal-facts/fact-kind.ts';
import { inFull } from '#compliance/people-words.ts';
import { privateLabel } from '#compliance/private-labels.ts';
import { hidden, numbersIn } from '#compliance/private-numbers.ts';
import { hintedKinds, spokenWords } from '#compliance/private-words.ts';
import type { Text } from '#shared/messages.ts';
import { refuse, type Refusal, type RefusalKinds } from '#shared/refusal.ts';
import { fold } from '#shared/text.ts';

/**
 * What nobody may write about a customer's people, however useful it seems: the forbidden, and the sensitive that is kept
 * with consent only, in a place of its own. The kinds are those of `fact-kind.ts`. Source: Domain §3, §12.
 */
export type PrivateFact = { kind: PrivateKind; found: string };

/** All private facts in a text, one of each kind, with the words that tell it. */
export function privateFactsFound(text: string): PrivateFact[] {
  const folded = inFull(fold(text));
  const spoken = hintedKinds(folded).flatMap((kind) => {
    const found = spokenWords(kind)
      .map((pattern) => pattern.exec(folded)?.[0])
      .find((one) => one !== undefined);
    return found === undefined ? [] : [{ kind, found: withoutNumbers(found) }];
  });
  return [...numbersIn(folded), ...spoken];
}

/** A number itself goes into no message and no log. */
function withoutNumbers(found: string): string {
  return found.replaceAll(/\d[\d -]{5,}\d/g, (number) => hidden(number));
}

const list = (facts: readonly PrivateFact[], lang: keyof Text) =>
  facts
    .map(({ kind, found }) => {
      const word = kindWords(kind)[lang];
      return lang === 'zh' ? `${word}（“${found}”）` : `${word.charAt(0).toLowerCase()}${word.slice(1)} ("${found}")`;
    })
    .join(lang === 'zh' ? '、' : ', ');

function forbiddenWords(facts: readonly PrivateFact[]): Text {
  return {
    zh: `内容里有不该记录的个人信息：${list(facts, 'zh')}。客户人员的婚姻家庭、子女、健康、宗教、民族和政治面貌、个人收入、证件和银行卡号码、家庭住址与成交无关，也为法律所限，不能保存。请删去后再保存；只影响约见时间的，写日期即可，例如“6 月 10 日以后再约”。`,
    en: `This tells what must not be kept about a person: ${list(facts, 'en')}. Family, children, health, religion, ethnicity and party, private income, ID and card numbers and home addresses have nothing to do with the deal and are limited by law. Take them out and save again; where only a date is meant, write the date, such as "meet after 10 June".`,
  };
}

function sensitiveWords(facts: readonly PrivateFact[]): Text {
  return {
    zh: `内容里有须本人同意才能记录的个人信息：${list(facts, 'zh')}。请从这里删去；征得本人单独同意后，在联系人的“个人信息”里记录，写明何时、以什么方式同意。`,
    en: `This tells what is kept only with the person's own consent: ${list(facts, 'en')}. Take it out here; with her consent, record it under "Personal facts" on the contact, with when and how it was given.`,
  };
}

export const privacyRefusals = {
  'text.privateFact': {
    status: 422,
    words: ({ facts }: { facts: readonly PrivateFact[] }): Text => {
      const sensitive = facts.filter(({ kind }) => classOf(kind) === 'sensitive');
      const forbidden = facts.filter(({ kind }) => classOf(kind) === 'forbidden');
      const told = [
        ...(forbidden.length > 0 || sensitive.length === 0 ? [forbiddenWords(forbidden)] : []),
        ...(sensitive.length > 0 ? [sensitiveWords(sensitive)] : []),
      ];
      return { zh: told.map(({ zh }) => zh).join(''), en: told.map(({ en }) => en).join(' ') };
    },
    example: { facts: [{ kind: 'children', found: '…' }] },
  },
} satisfies RefusalKinds;

/** All private facts of all texts at once. */
export function refusePrivateFacts(...texts: readonly (string | null | undefined)[]): Refusal | null {
  const facts = texts.flatMap((text) => (text ? privateFactsFound(text) : []));
  return facts.length > 0 ? refuse('text.privateFact', { facts }) : null;
}

/** Of a declared conflict of interest: it has to say whose spouse works where, and nothing more. */
export function refuseBeyondKin(text: string | null | undefined): Refusal | null {
  const facts = privateFactsFound(text ?? '').filter(({ kind }) => kind !== 'marriage');
  return facts.length > 0 ? refuse('text.privateFact', { facts }) : null;
}

/** Of what is no free text, such as a name or a telephone: only that it is no number of a card. */
export function refuseNumbers(text: string): Refusal | null {
  const facts = numbersIn(fold(text));
  return facts.length > 0 ? refuse('text.privateFact', { facts }) : null;
}

/** Of what a field of people is called: one that asks everybody for it is not made. */
export function refusePrivateLabels(...labels: readonly (string | null | undefined)[]): Refusal | null {
  const facts = labels.flatMap((label) => {
    const kind = label ? privateLabel(label.normalize('NFKC')) : undefined;
    return kind ? [{ kind, found: label! }] : [];
  });
  return facts.length > 0 ? refuse('text.privateFact', { facts }) : null;
}
