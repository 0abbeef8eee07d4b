import { EllipsisOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect } from 'react';
import { AttachmentsSection } from '#attachments/AttachmentsSection.tsx';
import { NotesSection } from '#notes/NotesSection.tsx';
import { contactMessages } from '#people/contacts.messages.ts';
import { contactQuery } from '#people/contacts.queries.tsx';
import { ContactRail } from '#people/ContactRail.tsx';
import { SamePerson } from '#people/SamePerson.tsx';
import { TasksSection } from '#tasks/TasksSection.tsx';
import { Timeline } from '#timeline/Timeline.tsx';
import { useMessages } from '#ui/lang.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { MenuButton } from '#ui/MenuButton.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RailColumns } from '#ui/RailColumns.tsx';
import { isNotThere } from '#ui/refused.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { NotFoundNote } from '#ui/state/PageNotes.tsx';
import { useCan } from '#ui/session.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';
import { Tag } from '#ui/Tag.tsx';
import styles from '#people/Contacts.module.css';

const PersonalFactsSection = onDemand(
  async () => (await import('#compliance/personal-facts/PersonalFactsSection.tsx')).PersonalFactsSection,
);
const EditContact = onDemand(async () => (await import('#people/EditContact.tsx')).EditContact);
const MoveContact = onDemand(async () => (await import('#people/MoveContact.tsx')).MoveContact);

/** Somebody at a customer. The address of a merged contact leads to the one it became. */
export function ContactPage() {
  useFetchSoon(EditContact, MoveContact);
  const m = useMessages(contactMessages);
  const can = useCan();
  const { contactId = '' }: { contactId?: string } = useParams({ strict: false });
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const query = useQuery(contactQuery(contactId));
  const survivor = query.data?.contact.id;
  useEffect(() => {
    if (survivor && survivor !== contactId) void navigate({ to: `/contacts/${survivor}`, replace: true });
  }, [survivor, contactId, navigate]);
  const edit = (what?: 'contact' | 'employer') =>
    void navigate({ to: '.', replace: true, search: (now: object) => ({ ...now, edit: what }) as never });
  if (!query.data) {
    if (isNotThere(query.error)) return <NotFoundNote />;
    if (query.error) return <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />;
    return <PageSkeleton />;
  }
  const { contact, may } = query.data;
  const subject = { kind: 'contact', id: contact.id } as const;
  const go = (to: string) => () => void navigate({ to: `/contacts/${contact.id}/${to}` });
  const more = [
    ...(may.merge ? [{ key: 'merge', label: m.mergeOther, run: go('merge') }] : []),
    ...(can('person.handle')
      ? [
          { key: 'export', label: m.exportPerson, run: go('export') },
          { key: 'erase', label: m.erasePerson, danger: true, run: go('erasure') },
        ]
      : []),
  ];
  return (
    <>
      <PageHeader
        title={contact.name}
        back={{ to: '/contacts', label: m.title }}
        mark={contact.tags.map((tag) => (
          <Tag key={tag} tone="accent">
            {tag}
          </Tag>
        ))}
        facts={
          <span className={styles.facts}>
            {contact.accountId && contact.accountName ? (
              <Link to={`/accounts/${contact.accountId}`}>{contact.accountName}</Link>
            ) : (
              <span>{contact.accountId ? m.hiddenEmployer : m.noEmployer}</span>
            )}
            {contact.department && <span>{contact.department}</span>}
            {contact.title && <span>{contact.title}</span>}
          </span>
        }
        acts={
          may.write && (
            <>
              <Button onClick={() => edit('employer')}>{m.move}</Button>
              <Button onClick={() => edit('contact')}>{m.edit}</Button>
              {more.length > 0 && (
                <MenuButton label={m.more} button={<EllipsisOutlined />} groups={[{ items: more }]} />
              )}
            </>
          )
        }
      />
      <RailColumns rail={<ContactRail page={query.data} />}>
        {may.merge && <SamePerson contact={contact} />}
        <PersonalFactsSection contactId={contact.id} />
        <TasksSection subject={subject} />
        <NotesSection subject={subject} />
        <AttachmentsSection subject={subject} />
        <SectionCard title={m.timeline}>
          <Timeline subject={subject} />
        </SectionCard>
      </RailColumns>
      {search['edit'] === 'contact' && <EditContact contact={contact} onClose={() => edit()} />}
      {search['edit'] === 'employer' && <MoveContact contact={contact} onClose={() => edit()} />}
    </>
  );
}
