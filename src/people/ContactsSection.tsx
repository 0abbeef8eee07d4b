import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { contactMessages } from '#people/contacts.messages.ts';
import { contacts } from '#people/contacts.queries.tsx';
import { useMessages } from '#ui/lang.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan } from '#ui/session.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import { TelLink } from '#ui/TelLink.tsx';
import styles from '#people/Contacts.module.css';

/** Who works at an account. */
export function ContactsSection({ accountId, onAdd }: { accountId: string; onAdd: () => void }) {
  const m = useMessages(contactMessages);
  const can = useCan();
  const query = useQuery(contacts.list.queryOptions({ input: { accountId, limit: 200, sort: 'name' } }));
  const rows = query.data?.rows ?? [];
  const add = can('contact.write') && (
    <Button type="text" icon={<PlusOutlined />} onClick={onAdd}>
      {m.add}
    </Button>
  );
  return (
    <SectionCard title={m.title} note={rows.length || undefined} acts={add}>
      <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending && <SkeletonLines lines={2} />}
      {query.isSuccess && rows.length === 0 && <p className={styles.quiet}>{m.sectionEmpty}</p>}
      <ul className={styles.people}>
        {rows.map((contact) => (
          <li key={contact.id} className={styles.person}>
            <Link to={`/contacts/${contact.id}`}>
              <PersonText name={contact.name} />
            </Link>
            <span className={styles.quiet}>{[contact.department, contact.title].filter(Boolean).join(' · ')}</span>
            <Reach number={contact.mobile ?? contact.phone} />
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

function Reach({ number }: { number: string | null }) {
  return number && <TelLink number={number} />;
}
