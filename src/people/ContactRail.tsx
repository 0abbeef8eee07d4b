import { Link } from '@tanstack/react-router';
import { useCustomFacts } from '#fields/useCustomFacts.tsx';
import type { Employment } from '#people/contact.ts';
import { contactFieldWords as words } from '#people/contact-field-words.ts';
import { contactMessages } from '#people/contacts.messages.ts';
import type { ContactPage } from '#people/contacts.contract.ts';
import { DayText } from '#ui/DayText.tsx';
import { KnownFacts, type KnownFact } from '#ui/KnownFacts.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { TelLink } from '#ui/TelLink.tsx';
import styles from '#people/Contacts.module.css';

const GiftYearPanel = onDemand(async () => (await import('#compliance/gifts/GiftYearPanel.tsx')).GiftYearPanel);

/** How to reach somebody, and where she has worked. */
export function ContactRail({ page }: { page: ContactPage }) {
  const m = useMessages(contactMessages);
  const lang = useLang();
  const { contact, employments } = page;
  const facts: KnownFact[] = [
    { label: words.mobile[lang], value: contact.mobile && <TelLink number={contact.mobile} /> },
    { label: words.phone[lang], value: contact.phone && <TelLink number={contact.phone} /> },
    { label: words.email[lang], value: contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a> },
    { label: words.wechat[lang], value: contact.wechat },
    { label: m.owner, value: contact.ownerName && <PersonText name={contact.ownerName} /> },
    ...useCustomFacts('contact', contact.custom),
  ];
  return (
    <>
      <SectionCard title={m.facts}>
        <KnownFacts facts={facts} unknown={m.unknown} />
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
      <GiftYearPanel contact={contact} account={employerOf(contact)} />
    </>
  );
}

/** Where something can be registered for her: only at an account that the reader sees. */
function employerOf({ accountId, accountName }: ContactPage['contact']) {
  return accountId && accountName ? { id: accountId, name: accountName } : undefined;
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
