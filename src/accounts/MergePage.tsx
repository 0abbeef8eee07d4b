import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { AccountPicker } from '#accounts/AccountPicker.tsx';
import { accountMessages } from '#accounts/accounts.messages.ts';
import { accountQuery } from '#accounts/accounts.queries.tsx';
import { MergeSides } from '#accounts/MergeSides.tsx';
import { useMessages } from '#ui/lang.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';
import styles from '#accounts/Merge.module.css';

/** Two accounts side by side: choose field by field, then one is left. The other one is in the URL: ?with=… */
export function MergePage() {
  const { merge: m } = useMessages(accountMessages);
  const { accountId = '' }: { accountId?: string } = useParams({ strict: false });
  const search: Record<string, unknown> = useSearch({ strict: false });
  const other = typeof search['with'] === 'string' ? search['with'] : undefined;
  const navigate = useNavigate();
  const winner = useQuery(accountQuery(accountId));
  const loser = useQuery({ ...accountQuery(other ?? ''), enabled: other !== undefined });
  const choose = (id: string | undefined) =>
    void navigate({ to: '.', replace: true, search: (now: object) => ({ ...now, with: id }) as never });
  const swap = () => void navigate({ to: `/accounts/${other}/merge`, search: { with: accountId } });
  if (winner.error) return <RefusalAlert error={winner.error} onRetry={() => void winner.refetch()} />;
  if (!winner.data) return <PageSkeleton />;
  const { account } = winner.data;
  return (
    <div className={styles.page}>
      <PageHeader title={m.title} facts={m.lead} back={{ to: `/accounts/${account.id}`, label: account.name }} />
      <SectionCard>
        <label className={styles.pick}>
          <span>{m.other}</span>
          <AccountPicker
            aria-label={m.other}
            value={loser.data?.account.id}
            known={loser.data?.account}
            except={account.id}
            placeholder={m.otherHint}
            onChange={choose}
          />
        </label>
        <RefusalAlert error={loser.error} onRetry={() => void loser.refetch()} />
      </SectionCard>
      {loser.data && loser.data.account.id !== account.id && (
        <MergeSides
          key={`${account.id} ${loser.data.account.id}`}
          winner={winner.data}
          loser={loser.data}
          onSwap={swap}
        />
      )}
    </div>
  );
}
