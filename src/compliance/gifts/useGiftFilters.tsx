import { useMemo } from 'react';
import { directions, giftKinds, giftStates } from '#compliance/gifts/gift.ts';
import { directionWords, kindWords, stateWords } from '#compliance/gifts/gift-words.ts';
import { giftMessages } from '#compliance/gifts/gifts.messages.ts';
import type { Lang, Text } from '#shared/messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { textCodec } from '#ui/list/codec.ts';
import { dayFilter } from '#ui/list/DayFilter.tsx';
import { choiceFilter, flagFilter, type Filter } from '#ui/list/filter.tsx';
import { FlagFilter } from '#ui/list/FlagFilter.tsx';

export function useGiftFilters() {
  const { filters: m } = useMessages(giftMessages);
  const lang = useLang();
  return useMemo(
    () => ({
      state: choiceFilter(m.state, options(giftStates, stateWords, lang)),
      direction: choiceFilter(m.direction, options(directions, directionWords, lang)),
      kind: choiceFilter(m.kind, options(giftKinds, kindWords, lang)),
      official: flagFilter(m.official),
      from: dayFilter(m.from),
      to: dayFilter(m.to),
      accountId: ofRecord(m.account),
      contactId: ofRecord(m.contact),
    }),
    [m, lang],
  );
}

function options<K extends string>(keys: readonly K[], words: { readonly [key in K]: Text }, lang: Lang) {
  return keys.map((value) => ({ value, label: words[value][lang] }));
}

/** Set by links from a record's page; here it is only seen and taken off. */
function ofRecord(title: string): Filter<string> {
  return {
    title,
    codec: textCodec,
    control: ({ value, onChange }) =>
      value === undefined ? null : <FlagFilter title={title} value onChange={() => onChange(undefined)} />,
  };
}
