import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Effort, EffortDeal } from '#effort/effort.ts';
import { EffortBar } from '#effort/EffortBar.tsx';
import { EffortDeals } from '#effort/EffortDeals.tsx';
import { effortMessages } from '#effort/effort.messages.ts';
import { effortQuery } from '#effort/effort.queries.tsx';
import styles from '#effort/Effort.module.css';
import { useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useSession } from '#ui/session.tsx';

const SHOWN = 5;

/** On the workbench: whose time low grades eat — mine, and for who leads, her people's. Nothing to say, nothing shown. */
export function EffortCard({ leads }: { leads: boolean }) {
  const m = useMessages(effortMessages);
  const { user } = useSession();
  const { data } = useQuery(effortQuery(30));
  const warned = (data?.owners ?? [])
    .filter(({ warns, id }) => warns && (leads || id === user.id))
    .toSorted((a, b) => Number(b.id === user.id) - Number(a.id === user.id))
    .slice(0, SHOWN);
  if (!data || warned.length === 0) return null;
  return (
    <SectionCard
      title={m.cardTitle}
      note={m.days(30)}
      acts={
        <Link to="/effort" className={styles.all}>
          {m.seeAll}
        </Link>
      }
    >
      <p className={styles.hint}>{m.hint}</p>
      <ul className={styles.warnings}>
        {warned.map((effort) => (
          <Warned
            key={effort.id}
            effort={effort}
            mine={effort.id === user.id}
            low={data.low.join(m.or)}
            deals={data.deals.filter(({ ownerId }) => ownerId === effort.id)}
          />
        ))}
      </ul>
    </SectionCard>
  );
}

type Props = { effort: Effort; mine: boolean; low: string; deals: readonly EffortDeal[] };

function Warned({ effort, mine, low, deals }: Props) {
  const m = useMessages(effortMessages);
  const [open, setOpen] = useState(false);
  const { name, lowShare, acts, total } = effort;
  return (
    <li>
      <strong>{mine ? m.warning(low, lowShare) : m.warningOf(name ?? m.noOwner, low, lowShare)}</strong>
      <EffortBar acts={acts} total={total} />
      {deals.length > 0 && (
        <button type="button" aria-expanded={open} className={styles.more} onClick={() => setOpen(!open)}>
          {m.behind(deals.length)}
        </button>
      )}
      {open && <EffortDeals deals={deals} />}
    </li>
  );
}
