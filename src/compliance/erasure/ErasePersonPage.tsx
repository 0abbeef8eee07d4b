import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { EraseForm } from '#compliance/erasure/EraseForm.tsx';
import type { ErasurePreview } from '#compliance/erasure/erasure.ts';
import { HoldCard } from '#compliance/erasure/HoldCard.tsx';
import { personRightsMessages } from '#compliance/erasure/person-rights.messages.ts';
import { personRights } from '#compliance/erasure/person-rights.queries.tsx';
import styles from '#compliance/erasure/Erasure.module.css';
import { useMessages } from '#ui/lang.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { isNotThere } from '#ui/refused.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { NotFoundNote } from '#ui/state/PageNotes.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';

/** What erasing a person takes away and what stays, a hold that forbids it, and the act. */
export function ErasePersonPage() {
  const { erase: m } = useMessages(personRightsMessages);
  const { contactId = '' }: { contactId?: string } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(personRights.preview.queryOptions({ input: { id: contactId } }));
  const [refused, setRefused] = useState<unknown>();
  if (!data) {
    if (isNotThere(error)) return <NotFoundNote />;
    if (error) return <RefusalAlert error={error} onRetry={() => void refetch()} />;
    return <PageSkeleton />;
  }
  const { contact, hold } = data;
  return (
    <>
      <PageHeader title={m.title(contact.name)} back={{ to: `/contacts/${contact.id}`, label: contact.name }} />
      <div className={styles.page}>
        <Going preview={data} />
        <Staying preview={data} />
        <HoldCard id={contact.id} hold={hold} />
        {/* A hold takes the form away while it is being sent; why nothing was erased is told where it stood. */}
        {hold ? <RefusalAlert error={refused} /> : <EraseForm preview={data} onRefused={setRefused} />}
      </div>
    </>
  );
}

function Going({ preview }: { preview: ErasurePreview }) {
  const { erase: m } = useMessages(personRightsMessages);
  return (
    <SectionCard title={m.goes}>
      <ul className={styles.list}>
        {preview.goes.map(({ what, count }) => (
          <li key={what}>{m.what[what](count)}</li>
        ))}
      </ul>
      <p className={styles.soft}>{preview.everywhere ? m.everywhere : m.tied}</p>
    </SectionCard>
  );
}

function Staying({ preview }: { preview: ErasurePreview }) {
  const { erase: m } = useMessages(personRightsMessages);
  return (
    <SectionCard title={m.stays}>
      <ul className={styles.list}>
        {preview.stays.map(({ what, count }) => (
          <li key={what}>{m.why[what](count)}</li>
        ))}
        <li>{m.audit}</li>
        <li>{m.backup}</li>
      </ul>
      <p className={styles.soft}>{m.pseudonym(preview.pseudonym)}</p>
    </SectionCard>
  );
}
