import { useQuery } from '@tanstack/react-query';
import type { ChainChange } from '#chain/chain-history.ts';
import { chainHistoryQuery } from '#chain/chain.queries.tsx';
import { valueWords } from '#chain/item-words.ts';
import { calledIn } from '#chain/page/chain-scene.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { personMessages } from '#chain/page/person.messages.ts';
import { useWording } from '#chain/page/wording.tsx';
import { InstantText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import styles from '#chain/page/PersonSheet.module.css';

type Row = ChainChange & { readonly layer: 'deal' | 'account' };

/** The changes of an item, newest first, with who made them. */
export function useItemHistory(id: string) {
  const { subject } = useChain();
  const query = useQuery(chainHistoryQuery(subject));
  const names = new Map(query.data?.names.map((one) => [one.id, one.name]));
  const of = (rows: readonly ChainChange[] | undefined, layer: Row['layer']): Row[] =>
    (rows ?? []).filter((row) => row.id === id).map((row) => ({ ...row, layer }));
  const rows = [...of(query.data?.account, 'account'), ...of(query.data?.deal, 'deal')].toSorted((a, b) =>
    a.at < b.at ? 1 : a.at > b.at ? -1 : b.seq - a.seq,
  );
  return { query, rows, by: (user: string) => names.get(user) ?? '—', names };
}

/** Who changed an attribute, when, from what to what, on what ground. */
export function AttributeHistory({ id, field }: { id: string; field: string }) {
  const m = useMessages(personMessages);
  const { query, rows, by } = useItemHistory(id);
  if (query.isPending) return <SkeletonLines lines={2} />;
  if (query.error) return <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />;
  const own = rows.filter(({ fields }) => field in fields);
  if (own.length === 0) return <p className={styles.quiet}>{m.noHistory}</p>;
  return (
    <ol className={styles.past} aria-label={m.history}>
      {own.map((row) => (
        <li key={`${row.layer} ${row.seq}`}>
          <FieldStep row={row} field={field} />
          <span className={styles.meta}>
            {by(row.by)} · <InstantText at={row.at} /> · {m.layers[row.layer]}
          </span>
          <GroundWords row={row} />
        </li>
      ))}
    </ol>
  );
}

export function FieldStep({ row, field }: { row: ChainChange; field: string }) {
  const lang = useLang();
  const wording = useWording();
  const { scene } = useChain();
  const reader = { called: (id: string) => calledIn(scene, id), wording };
  const { before, after } = row.fields[field] ?? {};
  return (
    <span>
      {before !== undefined && (
        <>
          <s className={styles.quiet}>{valueWords(field, before, reader)[lang]}</s>
          {' → '}
        </>
      )}
      <strong>{valueWords(field, after, reader)[lang]}</strong>
    </span>
  );
}

export function GroundWords({ row }: { row: ChainChange }) {
  const m = useMessages(personMessages);
  const { deal } = useChain();
  const evidence = deal?.view.page.evidence.find(({ record }) => record.id === row.evidenceId)?.record;
  if (evidence?.kind === 'evidence') {
    return <span className={styles.quiet}>{m.onEvidence(evidence.statement)}</span>;
  }
  if (row.evidenceId) return <span className={styles.quiet}>{m.onSomeEvidence}</span>;
  return row.reason ? <span className={styles.quiet}>{m.onReason(row.reason)}</span> : null;
}
