import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { BlankedFacts } from '#compliance/personal-facts/BlankedFacts.tsx';
import { FactLine } from '#compliance/personal-facts/FactLine.tsx';
import { LooksList } from '#compliance/personal-facts/LooksList.tsx';
import { personalFactMessages } from '#compliance/personal-facts/personal-facts.messages.ts';
import { personalFacts } from '#compliance/personal-facts/personal-facts.queries.tsx';
import styles from '#compliance/personal-facts/PersonalFacts.module.css';
import { useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';

const FactForm = onDemand(async () => (await import('#compliance/personal-facts/FactForm.tsx')).FactForm);

/** On a contact's page: what is known of the person beside how to reach her, each with its ground, purpose and end. */
export function PersonalFactsSection({ contactId }: { contactId: string }) {
  const m = useMessages(personalFactMessages);
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useQuery(personalFacts.list.queryOptions({ input: { contactId } }));
  const kept = data?.facts.filter(({ blankedAt }) => blankedAt === null) ?? [];
  const gone = data?.facts.filter(({ blankedAt }) => blankedAt !== null) ?? [];
  return (
    <SectionCard
      title={m.title}
      note={kept.length || undefined}
      acts={
        data?.may.write && (
          <Button type="text" onClick={() => setOpen(true)}>
            {m.record}
          </Button>
        )
      }
    >
      <RefusalAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <SkeletonLines lines={3} />}
      {data && kept.length === 0 && <p className={styles.soft}>{m.empty}</p>}
      <ul className={styles.facts}>
        {data && kept.map((fact) => <FactLine key={fact.id} fact={fact} may={data.may} />)}
      </ul>
      {gone.length > 0 && <BlankedFacts facts={gone} />}
      {data?.may.seeLooks && data.facts.some((fact) => fact.class === 'sensitive') && (
        <LooksList contactId={contactId} />
      )}
      {open && data && <FactForm contactId={contactId} policy={data.policy} onClose={() => setOpen(false)} />}
    </SectionCard>
  );
}
