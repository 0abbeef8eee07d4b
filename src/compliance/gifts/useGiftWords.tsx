import { useMemo } from 'react';
import type { Exceeded, Gift } from '#compliance/gifts/gift.ts';
import { directionWords, kindWords } from '#compliance/gifts/gift-words.ts';
import { giftMessages } from '#compliance/gifts/gifts.messages.ts';
import { exactAmount } from '#ui/amount.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import type { Lang, Messages } from '#shared/messages.ts';

type Named = Pick<Gift, 'people' | 'unnamed'>;

/** How entries are said: what it is, who was there, above which limit it is. */
export function useGiftWords() {
  const m = useMessages(giftMessages);
  const lang = useLang();
  return useMemo(() => giftWordsOf(m, lang), [m, lang]);
}

function giftWordsOf(m: Messages<(typeof giftMessages)['zh']>, lang: Lang) {
  const money = (amount: number, currency: string) => exactAmount({ amount, currency }, lang);
  return {
    money,
    what: ({ direction, kind }: Pick<Gift, 'direction' | 'kind'>) =>
      direction === 'given' ? kindWords[kind][lang] : `${kindWords[kind][lang]} · ${directionWords.received[lang]}`,
    people: ({ people, unnamed }: Named) => {
      if (people.length === 0) return m.onlyUnnamed(unnamed);
      const names = people.map(({ name }) => name).join(lang === 'zh' ? '、' : ', ');
      return unnamed > 0 ? `${names}${lang === 'zh' ? '，' : ' '}${m.unnamed(unnamed)}` : names;
    },
    exceeded: (
      exceeded: Exceeded,
      { people, ownerName, currency, direction }: Pick<Gift, 'people' | 'ownerName' | 'currency' | 'direction'>,
    ) => {
      const { limit, who, would, most } = exceeded;
      const name = people.find(({ id }) => id === who)?.name ?? (direction === 'received' ? ownerName : m.limit.each);
      if (limit === 'freeze') return m.limit.freeze;
      if (limit === 'currency') return m.limit.currency(money(would, currency));
      return m.limit[limit](name, money(would, currency), money(most, currency));
    },
  };
}
