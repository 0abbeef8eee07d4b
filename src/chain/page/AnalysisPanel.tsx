import { useMemo } from 'react';
import { answeredBy } from '#chain/page/chain-scene.ts';
import { analysisMessages } from '#chain/page/analysis.messages.ts';
import { useChainTasks } from '#chain/page/ChainTask.tsx';
import { BlockingCard } from '#chain/page/BlockingCard.tsx';
import { CoachesCard } from '#chain/page/CoachesCard.tsx';
import { CoverageCard } from '#chain/page/CoverageCard.tsx';
import { FinalSayCard } from '#chain/page/FinalSayCard.tsx';
import { MovesCard } from '#chain/page/MovesCard.tsx';
import { PathCard } from '#chain/page/PathCard.tsx';
import { RisksCard } from '#chain/page/RisksCard.tsx';
import { RolesCard } from '#chain/page/RolesCard.tsx';
import { ScoreCard } from '#chain/page/ScoreCard.tsx';
import { StaleCard } from '#chain/page/StaleCard.tsx';
import { SupportCard } from '#chain/page/SupportCard.tsx';
import { useChain } from '#chain/page/chain-context.tsx';
import { personsOf } from '#chain/chain-map.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMessages } from '#ui/lang.tsx';
import styles from '#chain/page/Analysis.module.css';

/** What the map says when it is reckoned through; every number opens to its people, every hole to an act. */
export function AnalysisPanel() {
  const m = useMessages(analysisMessages);
  const { scene } = useChain();
  const tasks = useChainTasks();
  const answered = useMemo(
    () =>
      answeredBy(
        (tasks ?? []).map(({ title }) => title),
        scene.map,
      ),
    [tasks, scene],
  );
  if (personsOf(scene.map).length === 0) return <EmptyState title={m.nothing} />;
  return (
    <div className={styles.analysis}>
      {scene.loose.length > 0 && <p className={styles.loose}>{m.loose(scene.loose.length)}</p>}
      <div className={styles.column}>
        <ScoreCard answered={answered} />
        <MovesCard />
        <PathCard />
        <CoverageCard />
        <StaleCard />
      </div>
      <div className={styles.column}>
        <RisksCard answered={answered} />
        <SupportCard />
        <RolesCard />
        <FinalSayCard />
        <BlockingCard />
        <CoachesCard />
      </div>
    </div>
  );
}
