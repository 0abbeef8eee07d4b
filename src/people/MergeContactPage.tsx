import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useFields } from '#fields/fields.queries.tsx';
import { mergeLines } from '#people/contact-merge-lines.ts';
import { ContactPicker } from '#people/ContactPicker.tsx';
import { contactMessages } from '#people/contacts.messages.ts';
import { contactClient, contactQuery } from '#people/contacts.queries.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { MergeCard } from '#ui/merge/MergeCard.tsx';
import { MergeFrame } from '#ui/merge/MergeFrame.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';

/** Two contacts side by side: choose field by field, then one is left. The other one is in the URL: ?with=… */
export function MergeContactPage() {
  const { merge: m } = useMessages(contactMessages);
  const lang = useLang();
  const { contactId = '' }: { contactId?: string } = useParams({ strict: false });
  const search: Record<string, unknown> = useSearch({ strict: false });
  const other = typeof search['with'] === 'string' ? search['with'] : undefined;
  const navigate = useNavigate();
  const fields = useFields('contact');
  const winner = useQuery(contactQuery(contactId));
  const loser = useQuery({ ...contactQuery(other ?? ''), enabled: other !== undefined });
  const choose = (id: string | undefined) =>
    void navigate({ to: '.', replace: true, search: (now: object) => ({ ...now, with: id }) as never });
  if (winner.error) return <RefusalAlert error={winner.error} onRetry={() => void winner.refetch()} />;
  if (!winner.data) return <PageSkeleton />;
  const { contact: kept } = winner.data;
  const given = loser.data?.contact;
  return (
    <MergeFrame
      title={m.title}
      lead={m.lead}
      back={{ to: `/contacts/${kept.id}`, label: kept.name }}
      pickLabel={m.other}
      picker={
        <ContactPicker
          aria-label={m.other}
          value={given?.id}
          known={given}
          except={kept.id}
          placeholder={m.otherHint}
          onChange={choose}
        />
      }
      error={loser.error}
      onRetry={() => void loser.refetch()}
    >
      {given && loser.data && given.id !== kept.id && (
        <MergeCard
          key={`${kept.id} ${given.id}`}
          winner={kept.name}
          loser={given.name}
          linesOf={(choice) => mergeLines(kept, given, fields, choice, lang)}
          moves={m.moves(loser.data.counts)}
          merge={(chosen) => {
            const { id, version } = kept;
            return contactClient.merge({ id, version, loserId: given.id, loserVersion: given.version, choose: chosen });
          }}
          onMerged={() => void navigate({ to: `/contacts/${kept.id}` })}
          onSwap={() => void navigate({ to: `/contacts/${given.id}/merge`, search: { with: kept.id } })}
        />
      )}
    </MergeFrame>
  );
}
