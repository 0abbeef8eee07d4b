import { useMemo } from 'react';
import { registrationStates, type Registration } from '#partners/registrations/registration.ts';
import {
  registrationStateWords,
  registrationTones,
  termsStateWords,
  termsWords,
} from '#partners/registrations/registration-words.ts';
import { registrationMessages } from '#partners/registrations/registrations.messages.ts';
import styles from '#partners/Partners.module.css';
import { DayText, InstantText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { textCodec } from '#ui/list/codec.ts';
import type { Column } from '#ui/list/column.tsx';
import { dayFilter } from '#ui/list/DayFilter.tsx';
import { choiceFilter, flagFilter, searchFilter, type Filter } from '#ui/list/filter.tsx';
import { FlagFilter } from '#ui/list/FlagFilter.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { useCan } from '#ui/session.tsx';
import { Tag } from '#ui/Tag.tsx';

export type RegistrationSort = 'created' | 'until';

export function useRegistrationColumns(): readonly Column<Registration, RegistrationSort>[] {
  const { columns: m } = useMessages(registrationMessages);
  const lang = useLang();
  return useMemo(
    () => [
      { key: 'name', title: m.name, width: 'minmax(180px, 1.6fr)', phone: 'title', cell: (row) => row.name },
      { key: 'customer', title: m.customer, width: 'minmax(150px, 1.3fr)', cell: (row) => row.customerName },
      { key: 'partner', title: m.partner, width: 'minmax(150px, 1.3fr)', cell: (row) => row.partnerName },
      {
        key: 'state',
        title: m.state,
        width: '96px',
        phone: 'aside',
        cell: (row) => <Tag tone={registrationTones[row.state]}>{registrationStateWords[row.state][lang]}</Tag>,
      },
      {
        key: 'until',
        title: m.until,
        width: '120px',
        sort: 'until',
        cell: (row) => <DayText day={row.protectedUntil} due={row.state === 'accepted'} />,
      },
      {
        key: 'amount',
        title: m.amount,
        width: '110px',
        align: 'end',
        choice: 'shown',
        cell: (row) => <MoneyText amount={row.amount} currency={row.currency} />,
      },
      {
        key: 'terms',
        title: m.terms,
        width: '130px',
        choice: 'shown',
        cell: (row) => (
          <span className={styles.line}>
            {row.terms.kind === 'none' ? '—' : termsWords(row.terms, row.currency, lang)}
            {row.termsState === 'waiting' && <Tag tone="warn">{termsStateWords.waiting[lang]}</Tag>}
          </span>
        ),
      },
      {
        key: 'closeOn',
        title: m.closeOn,
        width: '110px',
        choice: 'hidden',
        cell: (row) => <DayText day={row.closeOn} />,
      },
      { key: 'owner', title: m.owner, width: '120px', cell: (row) => <PersonText name={row.ownerName} /> },
      {
        key: 'created',
        title: m.created,
        width: '130px',
        sort: 'created',
        choice: 'hidden',
        phone: 'none',
        cell: (row) => <InstantText at={row.createdAt} />,
      },
    ],
    [m, lang],
  );
}

export function useRegistrationFilters() {
  const { filters: m } = useMessages(registrationMessages);
  const lang = useLang();
  const approves = useCan()('partner.approve');
  return useMemo(
    () => ({
      search: searchFilter(m.search),
      ...(approves && { toDecide: flagFilter(m.toDecide) }),
      mine: flagFilter(m.mine),
      state: choiceFilter(
        m.state,
        registrationStates.map((value) => ({ value, label: registrationStateWords[value][lang] })),
      ),
      endsBefore: dayFilter(m.endsBefore),
      partnerId: ofRecord(m.partner),
      accountId: ofRecord(m.account),
      dealId: ofRecord(m.deal),
    }),
    [m, lang, approves],
  );
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
