import { Link } from '@tanstack/react-router';
import type { Candidate } from '#accounts/account-duplicates.ts';
import { accountMessages } from '#accounts/accounts.messages.ts';
import { InstantText } from '#ui/DayText.tsx';
import { listed, useMessages } from '#ui/lang.tsx';

type Props = {
  candidates: readonly Candidate[];
  /** The account that they may be merged into. */
  mergeInto?: string;
};

/** So many are told at once; a list of dozens would push down what the page is for. */
const FIRST = 5;

/** Accounts that are probably the same; of one that the reader may not see only whose it is. */
export function Candidates({ candidates, mergeInto }: Props) {
  const { duplicates: m } = useMessages(accountMessages);
  // One alone is told sooner than folded away.
  const first = candidates.length > FIRST + 1 ? FIRST : candidates.length;
  const list = (some: readonly Candidate[]) => (
    <ul>
      {some.map((candidate, at) => (
        // Candidates that the reader may not see have no id of their own.
        <li key={candidate.id ?? at}>
          <Told candidate={candidate} mergeInto={mergeInto} />
        </li>
      ))}
    </ul>
  );
  const rest = candidates.slice(first);
  return (
    <>
      {list(candidates.slice(0, first))}
      {rest.length > 0 && (
        <details>
          <summary>{m.rest(rest.length)}</summary>
          {list(rest)}
        </details>
      )}
    </>
  );
}

function Told({ candidate, mergeInto }: { candidate: Candidate; mergeInto: string | undefined }) {
  const { duplicates: m } = useMessages(accountMessages);
  return (
    <>
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
      {/* Of several with one name, what tells them apart. */}
      {(candidate.place || candidate.industry) && (
        <span>{[candidate.place, candidate.industry].filter(Boolean).join(' · ')}</span>
      )}
      {candidate.createdAt && (
        <span>
          {m.created} <InstantText at={candidate.createdAt} />
        </span>
      )}
      {mergeInto && candidate.id && (
        <Link to={`/accounts/${mergeInto}/merge`} search={{ with: candidate.id }}>
          {m.compare}
        </Link>
      )}
    </>
  );
}
