import { Link } from '@tanstack/react-router';
import type { Candidate } from '#accounts/account-duplicates.ts';
import { accountMessages } from '#accounts/accounts.messages.ts';
import { useMessages } from '#ui/lang.tsx';

/** Accounts that are probably the same; of one that the reader may not see only whose it is. */
export function Candidates({ candidates }: { candidates: readonly Candidate[] }) {
  const { duplicates: m } = useMessages(accountMessages);
  return (
    <ul>
      {candidates.map((candidate, at) => (
        // Candidates that the reader may not see have no id of their own.
        <li key={candidate.id ?? at}>
          {candidate.id && candidate.name ? (
            <Link to={`/accounts/${candidate.id}`} target="_blank">
              {candidate.name}
            </Link>
          ) : (
            <span>{m.hidden}</span>
          )}
          <span>
            {candidate.why.map((why) => m.why[why]).join('、')} ·{' '}
            {candidate.ownerName ? m.owned(candidate.ownerName) : m.unowned}
          </span>
        </li>
      ))}
    </ul>
  );
}
