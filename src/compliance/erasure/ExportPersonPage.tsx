import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { PersonExport } from '#compliance/erasure/person-export.ts';
import { personRightsMessages } from '#compliance/erasure/person-rights.messages.ts';
import { personRightsClient } from '#compliance/erasure/person-rights.queries.tsx';
import { PersonSheet } from '#compliance/erasure/PersonSheet.tsx';
import styles from '#compliance/erasure/Erasure.module.css';
import { contactQuery } from '#people/contacts.queries.tsx';
import { ReasonForm } from '#ui/form/ReasonForm.tsx';
import { useMessages } from '#ui/lang.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { isNotThere } from '#ui/refused.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { NotFoundNote } from '#ui/state/PageNotes.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';

/** All that is held about somebody, on a sheet to print or as data, for a reason that is logged. */
export function ExportPersonPage() {
  const { export: m } = useMessages(personRightsMessages);
  const { contactId = '' }: { contactId?: string } = useParams({ strict: false });
  const { data, error } = useQuery(contactQuery(contactId));
  const [person, setPerson] = useState<PersonExport>();
  if (!data) {
    if (isNotThere(error)) return <NotFoundNote />;
    return error ? <RefusalAlert error={error} /> : <PageSkeleton />;
  }
  const { id, name } = data.contact;
  return (
    <>
      <PageHeader
        title={m.title(name)}
        back={{ to: `/contacts/${id}`, label: name }}
        acts={
          person && (
            <>
              <Button onClick={() => save(person)}>{m.download}</Button>
              <Button type="primary" onClick={() => print()}>
                {m.print}
              </Button>
            </>
          )
        }
      />
      <div className={styles.page}>
        {person ? <PersonSheet person={person} /> : <AskExport id={id} onMade={setPerson} />}
      </div>
    </>
  );
}

function AskExport({ id, onMade }: { id: string; onMade: (person: PersonExport) => void }) {
  const { export: m } = useMessages(personRightsMessages);
  const make = async (reason: string) => {
    const { person } = await personRightsClient.export({ id, reason });
    if (person) onMade(person);
  };
  return (
    <SectionCard>
      <ReasonForm
        lead={m.lead}
        label={m.reason}
        hint={m.reasonHint}
        lacking={m.reasonNeeded}
        most={300}
        acts={[{ label: m.make, kind: 'primary', run: make }]}
      />
    </SectionCard>
  );
}

function save(person: PersonExport): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(person, null, 2)], { type: 'application/json' }));
  link.download = `${person.name}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}
