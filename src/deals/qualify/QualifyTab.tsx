import { ClassCard } from '#deals/qualify/ClassCard.tsx';
import { CriteriaCard } from '#deals/qualify/CriteriaCard.tsx';
import { EvaluationCard } from '#deals/qualify/EvaluationCard.tsx';
import { GradeCard } from '#deals/qualify/GradeCard.tsx';
import { ModeCard } from '#deals/qualify/ModeCard.tsx';
import { RivalsCard } from '#deals/qualify/RivalsCard.tsx';
import styles from '#deals/qualify/Qualify.module.css';

/** 评估: is it an opportunity, is it worth our time, against whom, and how should it be sold. */
export function QualifyTab() {
  return (
    <div className={styles.tab}>
      <CriteriaCard />
      <ModeCard />
      <EvaluationCard />
      <RivalsCard />
      <div className={styles.pair}>
        <GradeCard />
        <ClassCard />
      </div>
    </div>
  );
}
