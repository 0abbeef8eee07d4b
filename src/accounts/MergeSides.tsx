import { SwapOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { MergeChoice } from '#accounts/account-merge.ts';
import { accountMessages } from '#accounts/accounts.messages.ts';
import type { AccountPage } from '#accounts/accounts.contract.ts';
import { accountClient } from '#accounts/accounts.queries.tsx';
import { mergeLines } from '#accounts/merge-lines.ts';
import { MergeLine } from '#accounts/MergeLine.tsx';
import { useFields } from '#fields/fields.queries.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#accounts/Merge.module.css';

type Props = { winner: AccountPage; loser: AccountPage; onSwap: () => void };

export function MergeSides({ winner, loser, onSwap }: Props) {
  const { merge: m } = useMessages(accountMessages);
  const lang = useLang();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const fields = useFields('account');
  const [choice, setChoice] = useState<MergeChoice>({});
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const lines = mergeLines(winner, loser, fields, choice, lang);
  const differing = lines.filter((line) => line.differs);
  const { contacts, deals, notes, attachments } = loser.counts;
  const merge = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const { id, version } = winner.account;
      const { id: loserId, version: loserVersion } = loser.account;
      const chosen = Object.fromEntries(lines.map((line) => [line.field, line.side]));
      const merged = await accountClient.merge({ id, version, loserId, loserVersion, choose: chosen });
      toast(m.done(merged.name));
      await queries.invalidateQueries();
      void navigate({ to: `/accounts/${merged.id}` });
    } catch (refused) {
      setError(refused);
      await queries.invalidateQueries();
    }
    setBusy(false);
  };
  return (
    <SectionCard
      title={differing.length > 0 ? m.differ(differing.length) : m.same}
      acts={
        <Button type="text" icon={<SwapOutlined />} onClick={onSwap}>
          {m.swap}
        </Button>
      }
    >
      <div className={styles.heads} aria-hidden="true">
        <span />
        <strong>
          {m.keep} · {winner.account.name}
        </strong>
        <strong>
          {m.into} · {loser.account.name}
        </strong>
      </div>
      {[...differing, ...lines.filter((line) => !line.differs)].map((line) => (
        <MergeLine key={line.field} line={line} onChoose={(side) => setChoice({ ...choice, [line.field]: side })} />
      ))}
      <p className={styles.moves}>{m.moves(contacts, deals, notes, attachments)}</p>
      <RefusalAlert error={error} />
      <div className={styles.foot}>
        <Button type="primary" danger loading={busy} onClick={() => void merge()}>
          {m.run}
        </Button>
      </div>
    </SectionCard>
  );
}
