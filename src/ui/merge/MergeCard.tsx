import { SwapOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { MergeChoice, MergeLine as Line, Side } from '#platform/merge.ts';
import { useMessages } from '#ui/lang.tsx';
import { mergeMessages } from '#ui/merge/merge.messages.ts';
import { MergeLine } from '#ui/merge/MergeLine.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#ui/merge/Merge.module.css';

type Props = {
  winner: string;
  loser: string;
  linesOf: (choice: MergeChoice) => readonly Line[];
  /** What else goes over. */
  moves: string;
  /** Merges with a side for every field. */
  merge: (choose: { [field: string]: Side }) => Promise<{ name: string }>;
  onMerged: () => void;
  onSwap: () => void;
};

/** Two records side by side: choose where they differ, then one is left. */
export function MergeCard({ winner, loser, linesOf, moves, merge, onMerged, onSwap }: Props) {
  const m = useMessages(mergeMessages);
  const queries = useQueryClient();
  const [choice, setChoice] = useState<MergeChoice>({});
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const lines = linesOf(choice);
  const differing = lines.filter((line) => line.differs);
  const run = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const merged = await merge(Object.fromEntries(lines.map((line) => [line.field, line.side])));
      toast(m.done(merged.name));
      await queries.invalidateQueries();
      onMerged();
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
        <Button type="text" icon={<SwapOutlined aria-hidden="true" />} onClick={onSwap}>
          {m.swap}
        </Button>
      }
    >
      <div className={styles.heads} aria-hidden="true">
        <span />
        <strong>
          {m.keep} · {winner}
        </strong>
        <strong>
          {m.into} · {loser}
        </strong>
      </div>
      {[...differing, ...lines.filter((line) => !line.differs)].map((line) => (
        <MergeLine key={line.field} line={line} onChoose={(side) => setChoice({ ...choice, [line.field]: side })} />
      ))}
      <p className={styles.moves}>{moves}</p>
      <RefusalAlert error={error} />
      <div className={styles.foot}>
        <Button type="primary" danger loading={busy} onClick={() => void run()}>
          {m.run}
        </Button>
      </div>
    </SectionCard>
  );
}
