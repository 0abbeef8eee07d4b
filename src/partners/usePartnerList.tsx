import { useMemo } from 'react';
import { provinces } from '#accounts/account-lists.ts';
import { partnerKinds, partnerStates, type Partner } from '#partners/partner.ts';
import { partnerKindWords, partnerStateTones, partnerStateWords } from '#partners/partner-words.ts';
import { partnerMessages } from '#partners/partners.messages.ts';
import { DayText, InstantText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import type { Column } from '#ui/list/column.tsx';
import { choiceFilter, flagFilter, searchFilter } from '#ui/list/filter.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { Tag } from '#ui/Tag.tsx';

export function placeOf({ province, city }: Pick<Partner, 'province' | 'city'>): string {
  return [...new Set([province, city].filter(Boolean))].join(' · ');
}

export function usePartnerColumns(): readonly Column<Partner, 'name' | 'updated'>[] {
  const { columns: m } = useMessages(partnerMessages);
  const lang = useLang();
  return useMemo(
    () => [
      {
        key: 'name',
        title: m.name,
        width: 'minmax(200px, 2fr)',
        sort: 'name',
        phone: 'title',
        cell: (row) => row.name,
      },
      { key: 'kind', title: m.kind, width: '120px', cell: (row) => partnerKindWords[row.kind][lang] },
      { key: 'place', title: m.place, width: '130px', choice: 'shown', cell: (row) => placeOf(row) || '—' },
      {
        key: 'state',
        title: m.state,
        width: '104px',
        phone: 'aside',
        cell: (row) => <Tag tone={partnerStateTones[row.state]}>{partnerStateWords[row.state][lang]}</Tag>,
      },
      {
        key: 'contractUntil',
        title: m.contractUntil,
        width: '120px',
        choice: 'shown',
        cell: (row) => <DayText day={row.contractUntil} />,
      },
      {
        key: 'protectedCount',
        title: m.protectedCount,
        width: '120px',
        align: 'end',
        choice: 'shown',
        cell: (row) => row.protectedCount || '—',
      },
      {
        key: 'rivals',
        title: m.rivals,
        width: 'minmax(120px, 1fr)',
        choice: 'shown',
        cell: (row) =>
          row.rivals.length === 0 ? '—' : <Tag tone="warn">{row.rivals.join(lang === 'zh' ? '、' : ', ')}</Tag>,
      },
      { key: 'owner', title: m.owner, width: '130px', cell: (row) => <PersonText name={row.ownerName} /> },
      {
        key: 'creditCode',
        title: m.creditCode,
        width: '190px',
        choice: 'hidden',
        phone: 'none',
        cell: (row) => row.creditCode ?? '—',
      },
      {
        key: 'updated',
        title: m.updated,
        width: '130px',
        sort: 'updated',
        phone: 'none',
        choice: 'hidden',
        cell: (row) => <InstantText at={row.updatedAt} />,
      },
    ],
    [m, lang],
  );
}

export function usePartnerFilters() {
  const { filters: m } = useMessages(partnerMessages);
  const lang = useLang();
  return useMemo(
    () => ({
      search: searchFilter(m.search),
      mine: flagFilter(m.mine),
      kind: choiceFilter(
        m.kind,
        partnerKinds.map((value) => ({ value, label: partnerKindWords[value][lang] })),
      ),
      state: choiceFilter(
        m.state,
        partnerStates.map((value) => ({ value, label: partnerStateWords[value][lang] })),
      ),
      province: choiceFilter(
        m.province,
        provinces.map((value) => ({ value, label: value })),
      ),
      rival: flagFilter(m.rival),
    }),
    [m, lang],
  );
}
