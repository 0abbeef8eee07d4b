import type { Miss } from '#method/gate.ts';
import { ArtifactForm } from '#deals/facts/ArtifactForm.tsx';
import { FactLine } from '#deals/facts/FactLine.tsx';
import { ActNote } from '#deals/gate/ActNote.tsx';
import { CheckHints } from '#deals/gate/CheckHints.tsx';
import { MakeTask } from '#deals/gate/MakeTask.tsx';
import { RuleLines } from '#deals/gate/RuleLines.tsx';
import { SignalTaps } from '#deals/gate/SignalTaps.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import styles from '#deals/page/MissesSheet.module.css';

const nothing = () => undefined;

/** Everything that can be done about one miss without leaving. */
export function MissActs({ miss }: { miss: Miss }) {
  const { view } = useDeal();
  if (miss.kind === 'buyer') {
    return (
      <div className={styles.acts}>
        <ActNote act={miss.act} />
        <FactLine fact="buyer.stage" />
        <MakeTask act={miss.act} />
      </div>
    );
  }
  if (miss.kind === 'artifact') {
    return (
      <div className={styles.acts}>
        <ActNote act={miss.act} />
        <ArtifactForm kind={miss.artifact} onDone={nothing} />
        <MakeTask act={miss.act} />
      </div>
    );
  }
  const check = view.compiled.checkById.get(miss.check)?.check;
  const rule = view.gate.judgements.find((judgement) => judgement.check === miss.check)?.rule;
  return (
    <div className={styles.acts}>
      <ActNote act={miss.act} />
      <MakeTask act={miss.act} checkId={miss.check} />
      {rule && <RuleLines rule={rule} />}
      {check && view.page.may.evidence && <SignalTaps check={check} act={miss.act} />}
      {check && <CheckHints check={check} />}
    </div>
  );
}
