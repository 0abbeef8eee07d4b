import { Link } from '@tanstack/react-router';
import type { Candidate } from '#accounts/account-duplicates.ts';
import { accountMessages } from '#accounts/accounts.messages.ts';
import { listed, useMessages } from '#ui/lang.tsx';

type Props = {
  candidates: readonly Candidate[];
  /** The account that they may be merged into. */
  mergeInto?: string;
};

/** Accounts that are probably the same; of one that the reader may not see only whose it is. */
export function Candidates({ candidates, mergeInto }: Props) {
  const { duplicates: m } = useMessages(accountMessages);
  return (
    <ul>
      {candidates.map((candidate, at) => (
        // Candidates that the reader may not see have no id of their own.
        <li key={candidate.id ?? at}>
          {candidate.id && candidate.name ? (
            <Link to={`/accounts/${candidate.id}`} target={mergeInto ? undefined : '_blank'}>
              {candidate.name}
            </Link>
          ) : (
            <span>{m.hidden}</span>
          )}
          <span>
            {listed(candidate.why.map((why) => m.why[why]))} ·{' '}
            {candidate.ownerName ? m.owned(candidate.ownerName) : m.unowned}
          </span>
          {mergeInto && candidate.id && (
            <Link to={`/accounts/${mergeInto}/merge`} search={{ with: candidate.id }}>
              {m.compare}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
