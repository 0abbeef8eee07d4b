import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CustomValueText } from '#fields/CustomValueText.tsx';
import { labelOf } from '#fields/field.ts';
import { useFields } from '#fields/fields.queries.tsx';
import type { Employment } from '#people/contact.ts';
import { contactFieldWords as words } from '#people/contact-field-words.ts';
import { contactMessages } from '#people/contacts.messages.ts';
import type { ContactPage } from '#people/contacts.contract.ts';
import { DayText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#people/Contacts.module.css';

/** How to reach somebody, and where she has worked. */
export function ContactRail({ page }: { page: ContactPage }) {
  const m = useMessages(contactMessages);
  const lang = useLang();
  const fields = useFields('contact');
  const { contact, employments } = page;
  const facts: [string, ReactNode][] = [
    fact(words.mobile[lang], dial(contact.mobile)),
    fact(words.phone[lang], dial(contact.phone)),
    fact(words.email[lang], contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>),
    fact(words.wechat[lang], contact.wechat),
    fact(m.owner, contact.ownerName && <PersonText name={contact.ownerName} />),
    ...fields.map((field) =>
      fact(
        labelOf(field, lang),
        contact.custom[field.key] !== undefined && <CustomValueText field={field} value={contact.custom[field.key]} />,
      ),
    ),
  ];
  return (
    <aside className={styles.rail}>
      <SectionCard title={m.facts}>
        <dl className={styles.known}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value || <span className={styles.quiet}>{m.unknown}</span>}</dd>
            </div>
          ))}
        </dl>
      </SectionCard>
      {employments.length > 0 && (
        <SectionCard title={m.history}>
          <ol className={styles.history}>
            {employments.map((job) => (
              <Job key={job.id} job={job} />
            ))}
          </ol>
        </SectionCard>
      )}
    </aside>
  );
}

function Job({ job }: { job: Employment }) {
  const m = useMessages(contactMessages);
  const day = (at: string | null) => (at ? <DayText day={at} /> : m.unknownDay);
  return (
    <li data-now={job.toOn === null || undefined}>
      {job.accountId && job.accountName ? (
        <Link to={`/accounts/${job.accountId}`}>{job.accountName}</Link>
      ) : (
        <span>{m.hiddenEmployer}</span>
      )}
      <span>{[job.department, job.title].filter(Boolean).join(' · ')}</span>
      <span className={styles.quiet}>
        {day(job.fromOn)} – {job.toOn ? day(job.toOn) : m.now}
      </span>
    </li>
  );
}

function dial(number: string | null): ReactNode {
  return number && <a href={`tel:${number.replaceAll(/[^\d+]/g, '')}`}>{number}</a>;
}

function fact(label: string, value: ReactNode): [string, ReactNode] {
  return [label, value];
}
