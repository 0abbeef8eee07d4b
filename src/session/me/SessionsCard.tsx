import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { endOtherSessions, endSession, type Answer } from '#session/me/account-calls.tsx';
import { deviceOf } from '#session/me/device.ts';
import { meMessages } from '#session/me/me.messages.ts';
import { sessionKeys, sessionsQuery } from '#session/me/session-keys.tsx';
import { InstantText } from '#ui/DayText.tsx';
import { spoken, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import { Tag } from '#ui/Tag.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#session/me/Me.module.css';

export function SessionsCard() {
  const m = useMessages(meMessages);
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(sessionsQuery);
  const act = async (work: Promise<Answer<unknown>>) => {
    const { failure } = await work;
    toast(failure ? m[failure] : m.ended, { tone: failure ? 'bad' : 'plain' });
    void queries.invalidateQueries({ queryKey: sessionKeys });
  };
  const rows = data?.rows.toSorted((a, b) => Number(b.token === data.here) - Number(a.token === data.here)) ?? [];
  return (
    <SectionCard
      title={m.sessions}
      note={rows.length || undefined}
      acts={
        rows.length > 1 && (
          <Button type="text" danger onClick={() => void act(endOtherSessions())}>
            {m.endOthers}
          </Button>
        )
      }
    >
      <RefusalAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <SkeletonLines lines={2} />}
      <ul>
        {rows.map((session) => {
          const device = deviceOf(session.userAgent ?? '') ?? m.unknownDevice;
          return (
            <li key={session.token} className={styles.line}>
              <span className={styles.words}>
                <span>{device}</span>
                <span className={styles.quiet}>
                  {session.ipAddress ? `${session.ipAddress} · ` : ''}
                  {m.since} <InstantText at={session.createdAt} />
                </span>
              </span>
              {session.token === data?.here ? (
                <Tag tone="accent">{m.thisOne}</Tag>
              ) : (
                <Button
                  type="text"
                  danger
                  aria-label={spoken(m.end, device)}
                  onClick={() => void act(endSession(session.token))}
                >
                  {m.end}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </SectionCard>
  );
}
