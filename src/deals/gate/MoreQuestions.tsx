import { useState } from 'react';
import type { QuestionKind } from '#method/scales.ts';
import { gateMessages } from '#deals/gate/gate.messages.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { Sheet } from '#deals/page/Sheet.tsx';
import { useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import styles from '#deals/gate/MoreQuestions.module.css';

const QuestionPicks = onDemand(
  async () => (await import('#playbooks/questions/QuestionPicks.tsx')).QuestionPicks,
  <SkeletonLines lines={8} />,
);

/** Beside a question to ask: others of its kind, for the account's industry. */
export function MoreQuestions({ kind }: { kind: QuestionKind }) {
  const m = useMessages(gateMessages);
  const { view } = useDeal();
  const [open, setOpen] = useState(false);
  const { accountName, accountIndustry } = view.page;
  return (
    <>
      <button type="button" className={styles.more} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {m.moreQuestions}
      </button>
      {open && (
        <Sheet title={m.moreQuestionsTitle} onClose={() => setOpen(false)}>
          <QuestionPicks kind={kind} account={accountName} trade={accountIndustry} />
        </Sheet>
      )}
    </>
  );
}
