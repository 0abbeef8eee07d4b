import { Button } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import { AdvanceButton } from '#deals/page/DealHeader.tsx';
import { useMayAdvance } from '#deals/page/AdvanceFlow.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { pageMessages } from '#deals/page/page.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import styles from '#deals/page/PhoneBar.module.css';

/** In reach of the thumb: the evidence that is wanted most, and the attempt to push on. */
export function PhoneBar({ onCheck }: { onCheck: (stageId: string, checkId: string) => void }) {
  const m = useMessages(pageMessages);
  const mayAdvance = useMayAdvance();
  const { view, readOnly } = useDeal();
  const wanted = view.gate.misses.find((miss) => miss.kind === 'check') ?? view.gate.advice[0];
  const check = wanted?.kind === 'check' ? wanted.check : view.gate.judgements[0]?.check;
  const mayAdd = !readOnly && view.page.may.evidence && check !== undefined && !view.page.deal.finishedOn;
  if (!mayAdvance && !mayAdd) return null;
  return (
    <div className={styles.bar}>
      {mayAdd && (
        <Button icon={<PlusOutlined />} onClick={() => onCheck(view.gate.stage, check)}>
          {m.addEvidence}
        </Button>
      )}
      {mayAdvance && (
        <span className={styles.advance}>
          <AdvanceButton block />
        </span>
      )}
    </div>
  );
}
