import { useMemo } from 'react';
import type { Gift } from '#compliance/gifts/gift.ts';
import { stateWords } from '#compliance/gifts/gift-words.ts';
import { giftMessages } from '#compliance/gifts/gifts.messages.ts';
import { stateTones } from '#compliance/gifts/state-tones.ts';
import { useGiftWords } from '#compliance/gifts/useGiftWords.tsx';
import styles from '#compliance/gifts/Gifts.module.css';
import { DayText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import type { Column } from '#ui/list/column.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { Tag } from '#ui/Tag.tsx';

export function useGiftColumns(): readonly Column<Gift, 'on' | 'amount'>[] {
  const { columns: m, official } = useMessages(giftMessages);
  const lang = useLang();
  const words = useGiftWords();
  return useMemo(
    () => [
      {
        key: 'account',
        title: m.account,
        width: 'minmax(180px, 1.6fr)',
        phone: 'title',
        cell: (row) => (
          <span data-void={row.state === 'voided' || undefined} className={styles.name}>
            {row.accountName}
          </span>
        ),
      },
      { key: 'on', title: m.on, width: '110px', sort: 'on', cell: (row) => <DayText day={row.on} /> },
      { key: 'what', title: m.what, width: '130px', cell: (row) => words.what(row) },
      {
        key: 'people',
        title: m.people,
        width: 'minmax(150px, 1.2fr)',
        cell: (row) => words.people(row),
      },
      {
        key: 'official',
        title: official,
        width: '120px',
        choice: 'shown',
        // A card has four lines, and the value is one of them; the entry's page tells of officials.
        phone: 'none',
        cell: (row) => (row.official ? <Tag tone="warn">{m.official}</Tag> : '—'),
      },
      {
        key: 'amount',
        title: m.amount,
        width: '110px',
        align: 'end',
        sort: 'amount',
        cell: (row) => <MoneyText amount={row.amount} currency={row.currency} exact />,
      },
      {
        key: 'perPerson',
        title: m.perPerson,
        width: '110px',
        align: 'end',
        choice: 'shown',
        cell: (row) => <MoneyText amount={row.perPerson} currency={row.currency} exact />,
      },
      {
        key: 'state',
        title: m.state,
        width: '112px',
        phone: 'aside',
        cell: (row) => <Tag tone={stateTones[row.state]}>{stateWords[row.state][lang]}</Tag>,
      },
      {
        key: 'owner',
        title: m.owner,
        width: '120px',
        choice: 'shown',
        cell: (row) => <PersonText name={row.ownerName} />,
      },
      {
        key: 'purpose',
        title: m.purpose,
        width: 'minmax(140px, 1fr)',
        choice: 'hidden',
        phone: 'none',
        cell: (row) => row.purpose,
      },
    ],
    [m, official, lang, words],
  );
}
