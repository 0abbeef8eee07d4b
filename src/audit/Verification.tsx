import { useQuery } from '@tanstack/react-query';
import { audit } from '#audit/audit.queries.tsx';
import { auditMessages } from '#audit/audit.messages.ts';
import { InstantText } from '#ui/DayText.tsx';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import styles from '#audit/Audit.module.css';

/** Verifies the chain when shown, and tells what was found. */
export function Verification() {
  const m = useMessages(auditMessages);
  const { data, error, refetch } = useQuery(audit.verify.queryOptions({ input: {}, staleTime: 0, gcTime: 0 }));
  if (error) return <RefusalAlert error={error} onRetry={() => void refetch()} />;
  return (
    <div role="status" className={styles.result} data-state={data ? (data.intact ? 'good' : 'bad') : 'busy'}>
      {!data && m.verifying}
      {data && (
        <>
          <strong>{data.intact ? m.intact(data.sealed) : m.broken(data.faultCount)}</strong>
          {data.pending > 0 && <span>{m.pending(data.pending)}</span>}
          {data.faults.length > 0 && (
            <ul>
              {data.faults.map((fault) => (
                <li key={`${fault.seq}-${fault.eventId}`}>
                  {fault.seq !== null && `${m.place(fault.seq)} `}
                  <b>{m.faults[fault.kind]}</b> {fault.at && <InstantText at={fault.at} />} <code>{fault.eventId}</code>
                </li>
              ))}
            </ul>
          )}
          {data.head.seq > 0 && (
            <span className={styles.quiet}>
              {m.head(data.head.seq)} <code>{data.head.hash}</code> {m.headHint}
            </span>
          )}
        </>
      )}
    </div>
  );
}
