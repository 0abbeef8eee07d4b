import { Link } from '@tanstack/react-router';
import type { ContactCandidate } from '#people/contact-duplicates.ts';
import { contactMessages } from '#people/contacts.messages.ts';
import { listed, useMessages } from '#ui/lang.tsx';
import { Notice } from '#ui/Notice.tsx';

type Props = {
  title: string;
  candidates: readonly ContactCandidate[];
  /** From a form one looks beside it. */
  beside?: boolean;
  /** The contact that they may be merged into. */
  mergeInto?: string;
};

/** Contacts that are probably the same person, and why. */
export function ContactCandidates({ title, candidates, beside, mergeInto }: Props) {
  const { duplicates: m } = useMessages(contactMessages);
  if (candidates.length === 0) return null;
  return (
    <Notice title={title}>
      <ul>
        {candidates.map((candidate) => (
          <li key={candidate.id}>
            <Link to={`/contacts/${candidate.id}`} target={beside ? '_blank' : undefined}>
              {candidate.name}
            </Link>
            <span>{[candidate.accountName, candidate.title].filter(Boolean).join(' · ')}</span>
            <span>{listed(candidate.why.map((why) => m.why[why]))}</span>
            {mergeInto && (
              <Link to={`/contacts/${mergeInto}/merge`} search={{ with: candidate.id }}>
                {m.compare}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
