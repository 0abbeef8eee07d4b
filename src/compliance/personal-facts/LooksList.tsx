import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keptKinds } from '#compliance/personal-facts/fact-kind.ts';
import { personalFactMessages } from '#compliance/personal-facts/personal-facts.messages.ts';
import { personalFacts } from '#compliance/personal-facts/personal-facts.queries.tsx';
import styles from '#compliance/personal-facts/PersonalFacts.module.css';
import { dayOf } from '#shared/day.ts';
import { DayText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';

/** Who looked at what, why; fetched when it is opened. */
export function LooksList({ contactId }: { contactId: string }) {
  const m = useMessages(personalFactMessages);
  const lang = useLang();
  const [open, setOpen] = useState(false);
  const { data, error } = useQuery({ ...personalFacts.looks.queryOptions({ input: { contactId } }), enabled: open });
  return (
    <details className={styles.more} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{m.looks}</summary>
      <RefusalAlert error={error} />
      {open && !data && !error && <SkeletonLines lines={2} />}
      {data?.looks.length === 0 && <p className={styles.soft}>{m.noLooks}</p>}
      <ul>
        {data?.looks.map((look) => (
          <li key={look.id} className={styles.ground}>
            <PersonText name={look.byName} />
            <DayText day={dayOf(look.at)} />
            <span>{keptKinds[look.kind][lang]}</span>
            <span>{look.reason}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
