import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { AccountPicker } from '#accounts/AccountPicker.tsx';
import { accountMessages } from '#accounts/accounts.messages.ts';
import { accountClient, accountQuery } from '#accounts/accounts.queries.tsx';
import { mergeLines } from '#accounts/merge-lines.ts';
import { useFields } from '#fields/fields.queries.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { MergeCard } from '#ui/merge/MergeCard.tsx';
import { MergeFrame } from '#ui/merge/MergeFrame.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';

/** Two accounts side by side: choose field by field, then one is left. The other one is in the URL: ?with=… */
export function MergePage() {
  const { merge: m } = useMessages(accountMessages);
  const lang = useLang();
  const { accountId = '' }: { accountId?: string } = useParams({ strict: false });
  const search: Record<string, unknown> = useSearch({ strict: false });
  const other = typeof search['with'] === 'string' ? search['with'] : undefined;
  const navigate = useNavigate();
  const fields = useFields('account');
  const winner = useQuery(accountQuery(accountId));
  const loser = useQuery({ ...accountQuery(other ?? ''), enabled: other !== undefined });
  const choose = (id: string | undefined) =>
    void navigate({ to: '.', replace: true, search: (now: object) => ({ ...now, with: id }) as never });
  if (winner.error) return <RefusalAlert error={winner.error} onRetry={() => void winner.refetch()} />;
  if (!winner.data) return <PageSkeleton />;
  const { data: kept } = winner;
  const { data: given } = loser;
  const { account } = kept;
  return (
    <MergeFrame
      title={m.title}
      lead={m.lead}
      back={{ to: `/accounts/${account.id}`, label: account.name }}
      pickLabel={m.other}
      picker={
        <AccountPicker
          aria-label={m.other}
          value={given?.account.id}
          known={given?.account}
          except={account.id}
          placeholder={m.otherHint}
          onChange={choose}
        />
      }
      error={loser.error}
      onRetry={() => void loser.refetch()}
    >
      {given && given.account.id !== account.id && (
        <MergeCard
          key={`${account.id} ${given.account.id}`}
          winner={account.name}
          loser={given.account.name}
          linesOf={(choice) => mergeLines(kept, given, fields, choice, lang)}
          moves={m.moves(given.counts)}
          merge={(chosen) => {
            const { id, version } = account;
            const { id: loserId, version: loserVersion } = given.account;
            return accountClient.merge({ id, version, loserId, loserVersion, choose: chosen });
          }}
          onMerged={() => void navigate({ to: `/accounts/${account.id}` })}
          onSwap={() => void navigate({ to: `/accounts/${given.account.id}/merge`, search: { with: account.id } })}
        />
      )}
    </MergeFrame>
  );
}
