import type { ReactNode } from 'react';
import type { PersonExport } from '#compliance/erasure/person-export.ts';
import { personRightsMessages } from '#compliance/erasure/person-rights.messages.ts';
import styles from '#compliance/erasure/Erasure.module.css';
import type { Lang } from '#shared/messages.ts';
import { exactAmount } from '#ui/amount.ts';
import { DayText, InstantText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';

type Line = { head: ReactNode; text: ReactNode; more?: string };

/** What is held, part by part, readable and printable. */
export function PersonSheet({ person }: { person: PersonExport }) {
  const { export: m } = useMessages(personRightsMessages);
  const lang = useLang();
  const parts = partsOf(person, lang, m);
  return (
    <>
      <SectionCard title={m.sheet(person.name)} note={person.company}>
        <p className={styles.soft}>
          {m.made} <InstantText at={person.madeAt} />
        </p>
      </SectionCard>
      {Object.entries(parts).map(([part, lines]) => (
        <SectionCard key={part} title={m.parts[part as keyof typeof parts]} note={lines.length || undefined}>
          {lines.length === 0 ? (
            <p className={styles.soft}>{m.none}</p>
          ) : (
            <ul className={styles.lines}>
              {lines.map(({ head, text, more }, at) => (
                // Nothing here moves: the place is the key.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={at}>
                  <span className={styles.head}>{head}</span>
                  <span>
                    {text}
                    {more && <small>{more}</small>}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </SectionCard>
      ))}
    </>
  );
}

type Words = (typeof personRightsMessages)['zh']['export'];
type Parts = { [part in keyof Words['parts']]: Line[] };

const joined = (...words: (string | false | null)[]) => words.filter(Boolean).join(' · ');

function partsOf(person: PersonExport, lang: Lang, m: Words): Parts {
  return {
    fields: person.fields.map(({ what, value }) => ({ head: what[lang], text: value })),
    jobs: person.jobs.map((job) => ({
      head: job.employer,
      text: job.post,
      more: `${job.fromOn ?? m.unknownDay} – ${job.toOn ?? m.now}`,
    })),
    facts: person.facts.map((fact) => ({
      head: fact.what[lang],
      text: fact.value,
      more: joined(
        fact.basis[lang],
        fact.consentOn && `${m.consentOn} ${fact.consentOn}`,
        fact.source,
        fact.purpose[lang],
        `${m.until} ${fact.keptUntil}`,
      ),
    })),
    notes: person.notes.map(({ at, text }) => ({ head: <InstantText at={at} />, text })),
    tasks: person.tasks.map(({ title, dueOn, done }) => ({
      head: dueOn ? <DayText day={dueOn} /> : '—',
      text: title,
      ...(done && { more: m.done }),
    })),
    told: person.told.map(({ on, statement }) => ({ head: <DayText day={on} />, text: statement })),
    gifts: person.gifts.map(({ on, what, share, currency, purpose }) => ({
      head: <DayText day={on} />,
      text: joined(what[lang], exactAmount({ amount: share, currency }, lang)),
      more: purpose,
    })),
    files: person.files.map(({ name, at }) => ({ head: <InstantText at={at} />, text: name })),
    looks: person.looks.map(({ at, what, reason }) => ({
      head: <InstantText at={at} />,
      text: what[lang],
      more: reason,
    })),
    events: person.events.map(({ at, what }) => ({ head: <InstantText at={at} />, text: what[lang] })),
  };
}
