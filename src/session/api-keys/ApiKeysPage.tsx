import { PlusOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { permissionMessages } from '#permissions/permission.messages.ts';
import type { ApiKey } from '#session/api-keys/api-key.ts';
import { apiKeyClient, apiKeys } from '#session/api-keys/api-keys.queries.tsx';
import { meMessages } from '#session/me/me.messages.ts';
import { AskAgain } from '#ui/AskAgain.tsx';
import { InstantText } from '#ui/DayText.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { listed, spoken, useMessages } from '#ui/lang.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import { useToday } from '#ui/session.tsx';
import { Tag } from '#ui/Tag.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#session/me/Me.module.css';

const NewKeyDrawer = onDemand(async () => (await import('#session/api-keys/NewKeyDrawer.tsx')).NewKeyDrawer);

/** Settings: keys for programs. */
export function ApiKeysPage() {
  useFetchSoon(NewKeyDrawer);
  const m = useMessages(meMessages);
  const failures = useMessages(failureMessages);
  const queries = useQueryClient();
  const [ended, setEnded] = useState(false);
  const [making, setMaking] = useState(false);
  const query = useQuery(apiKeys.list.queryOptions({ input: { ended } }));
  const refresh = () => void queries.invalidateQueries({ queryKey: apiKeys.key() });
  const revoke = (id: string) =>
    void apiKeyClient
      .revoke({ id })
      .then(
        () => toast(m.keyRevoked),
        (refused: unknown) => toast(wordsOf(refused, failures), { tone: 'bad' }),
      )
      .then(refresh);
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
      {m.newKey}
    </Button>
  );
  return (
    <>
      <PageHeader title={m.keys} facts={m.keysLead} acts={add} />
      <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />
      <SectionCard
        acts={
          <Checkbox checked={ended} onChange={(event) => setEnded(event.target.checked)}>
            {m.keyEnded}
          </Checkbox>
        }
      >
        {query.isPending && <SkeletonLines lines={3} />}
        {query.data?.rows.length === 0 && <EmptyState title={m.keyEmpty} hint={m.keyEmptyHint} act={add} />}
        <ul>
          {query.data?.rows.map((key) => (
            <KeyLine key={key.id} apiKey={key} onRevoke={() => revoke(key.id)} />
          ))}
        </ul>
      </SectionCard>
      {making && <NewKeyDrawer onSaved={refresh} onClose={() => setMaking(false)} />}
    </>
  );
}

function KeyLine({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) {
  const m = useMessages(meMessages);
  const words = useMessages(permissionMessages);
  const { name, start, userName, permissions, expiresAt, lastUsedAt, revokedAt } = apiKey;
  const today = useToday();
  const [asking, setAsking] = useState(false);
  const expired = expiresAt !== null && expiresAt.slice(0, 10) <= today;
  return (
    <li className={styles.line}>
      <span className={styles.words}>
        <span>
          <strong>{name}</strong> <code>{start}</code>
        </span>
        <span className={styles.quiet}>{listed(permissions.map((permission) => words.permissions[permission]))}</span>
        <span className={styles.quiet}>
          {m.keyBy(userName)}
          {expiresAt && (
            <>
              {' · '}
              {m.keyUntil} <InstantText at={expiresAt} />
            </>
          )}
          {' · '}
          {lastUsedAt ? (
            <>
              {m.keyUsed} <InstantText at={lastUsedAt} />
            </>
          ) : (
            m.keyUnused
          )}
        </span>
      </span>
      {revokedAt ? (
        <Tag>{m.keyStopped}</Tag>
      ) : (
        <>
          {expired && <Tag tone="warn">{m.keyExpired}</Tag>}
          {asking ? (
            <AskAgain
              hint={m.keyRevokeHint}
              keep={m.keyRevokeKeep}
              really={m.keyRevokeReally}
              onKeep={() => setAsking(false)}
              onReally={onRevoke}
            />
          ) : (
            <Button type="text" danger aria-label={spoken(m.keyRevoke, name)} onClick={() => setAsking(true)}>
              {m.keyRevoke}
            </Button>
          )}
        </>
      )}
    </li>
  );
}
