import { WarningFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { origins } from '#method/scales.ts';
import type { DealRow } from '#deals/deal.ts';
import { dealMessages } from '#deals/deals.messages.ts';
import { playbookListQuery } from '#playbooks/playbooks.queries.tsx';
import { LintDot } from '#deals/LintDot.tsx';
import { GateScore } from '#deals/GateScore.tsx';
import { DayText, InstantText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import type { Column } from '#ui/list/column.tsx';
import styles from '#deals/DealsPage.module.css';
import { MoneyText } from '#ui/MoneyText.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { Tag } from '#ui/Tag.tsx';

export type DealSort = 'closeOn' | 'amount' | 'updated' | 'name';
const tones = { open: 'accent', parked: 'calm', won: 'good', lost: 'bad' } as const;

export function useDealColumns(): readonly Column<DealRow, DealSort>[] {
  const m = useMessages(dealMessages);
  const lang = useLang();
  const { data: playbooks } = useQuery(playbookListQuery());
  return useMemo(() => {
    const bookOf = (row: DealRow) => playbooks?.find(({ id }) => id === row.playbookId);
    const stageOf = (row: DealRow) => bookOf(row)?.stages.find(({ id }) => id === row.stageId)?.name[lang] ?? '';
    return [
      {
        key: 'name',
        title: m.columns.name,
        width: 'minmax(200px, 2.4fr)',
        sort: 'name',
        phone: 'title',
        cell: (row) => (
          <span className={styles.cut}>
            {row.name}
            {row.overridden && (
              <WarningFilled
                title={m.overridden}
                aria-label={m.overridden}
                style={{ marginLeft: 6, color: 'var(--lm-bad)', fontSize: 12 }}
              />
            )}
          </span>
        ),
      },
      {
        key: 'account',
        title: m.columns.account,
        width: 'minmax(140px, 1.5fr)',
        cell: (row) => <span className={styles.cut}>{row.accountName}</span>,
      },
      {
        key: 'stage',
        title: m.columns.stage,
        width: 'minmax(112px, 0.9fr)',
        cell: (row) => (row.state === 'open' ? stageOf(row) : <Tag tone={tones[row.state]}>{m.states[row.state]}</Tag>),
      },
      {
        key: 'gate',
        title: m.columns.gate,
        width: '142px',
        choice: 'shown',
        cell: (row) => (
          <span className={styles.gate}>
            <GateScore met={row.gateMet} total={row.gateTotal} />
            <LintDot lints={row.lints} serious={row.lintSerious} />
          </span>
        ),
      },
      {
        key: 'amount',
        title: m.columns.amount,
        width: '100px',
        align: 'end',
        sort: 'amount',
        phone: 'aside',
        cell: (row) => <MoneyText amount={row.amount} currency={row.currency} />,
      },
      {
        key: 'closeOn',
        title: m.columns.closeOn,
        width: '126px',
        sort: 'closeOn',
        cell: (row) => <DayText day={row.closeOn} due={row.state === 'open'} />,
      },
      {
        key: 'next',
        title: m.columns.next,
        width: 'minmax(140px, 1.6fr)',
        choice: 'shown',
        cell: (row) =>
          row.nextAct && (
            <span className={styles.cut}>
              <DayText day={row.nextAct.dueOn} due /> {row.nextAct.title}
            </span>
          ),
      },
      {
        key: 'owner',
        title: m.columns.owner,
        width: '110px',
        choice: 'shown',
        cell: (row) => <PersonText name={row.ownerName} />,
      },
      { key: 'grade', title: m.columns.grade, width: '64px', choice: 'shown', phone: 'none', cell: (row) => row.grade },
      {
        key: 'class',
        title: m.columns.class,
        width: '76px',
        choice: 'shown',
        phone: 'none',
        cell: (row) => m.classes[row.class],
      },
      {
        key: 'playbook',
        title: m.columns.playbook,
        choice: 'hidden',
        phone: 'none',
        cell: (row) => bookOf(row)?.name[lang],
      },
      {
        key: 'origin',
        title: m.columns.origin,
        choice: 'hidden',
        phone: 'none',
        cell: (row) => row.origin && origins[row.origin][lang],
      },
      {
        key: 'tags',
        title: m.columns.tags,
        choice: 'hidden',
        phone: 'none',
        cell: (row) => row.tags.join(lang === 'zh' ? '、' : ', '),
      },
      {
        key: 'updated',
        title: m.columns.updated,
        width: '130px',
        sort: 'updated',
        choice: 'hidden',
        phone: 'none',
        cell: (row) => <InstantText at={row.updatedAt} />,
      },
    ];
  }, [m, lang, playbooks]);
}
