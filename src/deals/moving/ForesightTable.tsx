import { useMemo, useState } from 'react';
import { Chips } from '#ui/Chips.tsx';
import type { ForeseenDeal, Foresight } from '#deals/moving/foresight.ts';
import { movingMessages } from '#deals/moving/moving.messages.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { Cards } from '#ui/list/Cards.tsx';
import type { Column } from '#ui/list/column.tsx';
import { Grid } from '#ui/list/Grid.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import { Tag } from '#ui/Tag.tsx';
import styles from '#deals/moving/Foresight.module.css';

type Props = {
  foresight: Foresight;
  stale: boolean;
  /** Absent: there is nothing to choose. */
  selected?: ReadonlySet<string>;
  onSelect?: (ids: ReadonlySet<string>) => void;
};

/** The deals, one by one: before and after. Chips narrow them to one kind of change. */
export function ForesightTable({ foresight, stale, selected, onSelect }: Props) {
  const m = useMessages(movingMessages);
  const isPhone = useIsPhone();
  const columns = useColumns(foresight.names);
  const kinds = kindsOf(foresight, m);
  const [kind, setKind] = useState('all');
  const chosen = kinds.find(({ value }) => value === kind) ?? kinds[0]!;
  const rows = foresight.rows.filter(chosen.is);
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect?.(next);
  };
  const toggleAll = () => {
    const ids = rows.map((row) => row.id);
    const every = ids.every((id) => selected?.has(id));
    const others = [...(selected ?? [])].filter((id) => !ids.includes(id));
    onSelect?.(new Set(every ? others : [...others, ...ids]));
  };
  if (foresight.rows.length === 0) return <EmptyState title={m.noRows} hint={m.noRowsHint} compact />;
  const shared = { label: m.deal, rows, href, selected, onToggle: toggle, stale };
  return (
    <div className={styles.table}>
      {kinds.length > 1 && (
        <Chips
          label={m.filters}
          value={chosen.value}
          onChoose={setKind}
          chips={kinds.map(({ value, label, is }) => ({
            value,
            label: `${label} ${foresight.rows.filter(is).length}`,
          }))}
        />
      )}
      <div className={styles.rows}>
        {isPhone ? (
          <Cards {...shared} columns={columns} />
        ) : (
          <Grid {...shared} columns={columns} onSort={() => undefined} onSelectAll={toggleAll} />
        )}
      </div>
    </div>
  );
}

const href = ({ id }: ForeseenDeal) => `/deals/${id}`;

type Kind = { value: string; label: string; is: (deal: ForeseenDeal) => boolean };
type Words = (typeof movingMessages)['zh'] | (typeof movingMessages)['en'];

function kindsOf({ rows, lower }: Foresight, m: Words): Kind[] {
  const all: Kind[] = [
    { value: 'all', label: m.all, is: () => true },
    ...lower.map(({ steps }) => ({
      value: `lower${steps}`,
      label: m.chipLower(steps),
      is: (deal: ForeseenDeal) => deal.steps === steps,
    })),
    { value: 'restaged', label: m.chipRestaged, is: ({ stageId, to }) => stageId !== to },
    { value: 'opens', label: m.chipOpens, is: ({ before, after }) => !before.open && after.open },
    { value: 'shuts', label: m.chipShuts, is: ({ before, after }) => before.open && !after.open },
    { value: 'buyer', label: m.chipBuyer, is: ({ buyer }) => buyer !== null && buyer.from !== buyer.to },
    { value: 'aside', label: m.chipAside, is: ({ aside }) => aside > 0 },
  ];
  return all.filter(({ value, is }) => value === 'all' || rows.some(is));
}

function useColumns(names: Foresight['names']): Column<ForeseenDeal>[] {
  const m = useMessages(movingMessages);
  const lang = useLang();
  return useMemo(() => {
    const stage = (id: string) => names[`stage:${id}`]?.[lang] ?? id;
    const step = (id: string) => names[`buyer:${id}`]?.[lang] ?? id;
    return [
      {
        key: 'deal',
        title: m.deal,
        width: 'minmax(220px, 2fr)',
        phone: 'title',
        cell: ({ name, accountName, ownerName }) => (
          <span title={[name, accountName, ownerName].filter(Boolean).join(' · ')}>
            {name}
            <small className={styles.whose}>{[accountName, ownerName].filter(Boolean).join(' · ')}</small>
          </span>
        ),
      },
      {
        key: 'amount',
        title: m.amount,
        width: '96px',
        align: 'end',
        phone: 'aside',
        cell: ({ amount, currency }) => <MoneyText amount={amount} currency={currency} />,
      },
      {
        key: 'stage',
        title: m.stage,
        width: 'minmax(150px, 1fr)',
        cell: ({ stageId, to }) => (stageId === to ? stage(to) : `${stage(stageId)} → ${stage(to)}`),
      },
      {
        key: 'stands',
        title: m.stands,
        width: 'minmax(215px, 1fr)',
        cell: ({ stands, steps }) =>
          steps === 0 ? (
            stage(stands)
          ) : (
            <Tag tone="bad">
              {stage(stands)} · {m.lowerBy(steps)}
            </Tag>
          ),
      },
      {
        key: 'star',
        title: m.star,
        width: '96px',
        cell: ({ before, after }) => `${before.met}/${before.total} → ${after.met}/${after.total}`,
      },
      {
        key: 'gate',
        title: m.gate,
        width: '120px',
        cell: ({ before, after }) => {
          const [was, then] = [before, after].map(({ open }) => (open ? m.open : m.shut));
          if (was === then) return then;
          return (
            <Tag tone={after.open ? 'good' : 'warn'}>
              {was} → {then}
            </Tag>
          );
        },
      },
      {
        key: 'buyer',
        title: m.buyerStep,
        width: 'minmax(130px, 1fr)',
        cell: ({ buyer }) => {
          if (!buyer) return '—';
          const then = buyer.to === null ? m.unknown : step(buyer.to);
          return buyer.from === buyer.to ? then : `${step(buyer.from)} → ${then}`;
        },
      },
      {
        key: 'evidence',
        title: m.evidence,
        width: '160px',
        phone: 'none',
        cell: ({ carried, aside }) => m.carried(carried, aside),
      },
    ];
  }, [m, lang, names]);
}
