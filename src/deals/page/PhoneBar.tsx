import { Button } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { AdvanceButton } from '#deals/page/DealHeader.tsx';
import { useMayAdvance } from '#deals/page/AdvanceFlow.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { pageMessages } from '#deals/page/page.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import styles from '#deals/page/PhoneBar.module.css';

const EvidenceSheet = onDemand(async () => (await import('#deals/page/EvidenceSheet.tsx')).EvidenceSheet);

/** In reach of the thumb: the evidence that is wanted most, and the attempt to push on. */
export function PhoneBar() {
  const m = useMessages(pageMessages);
  const mayAdvance = useMayAdvance();
  const { view } = useDeal();
  const [adding, setAdding] = useState(false);
  const mayAdd = view.page.may.evidence && !view.page.deal.finishedOn;
  if (!mayAdvance && !mayAdd) return null;
  return (
    <div className={styles.bar}>
      {mayAdd && (
        <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          {m.addEvidence}
        </Button>
      )}
      {mayAdvance && (
        <span className={styles.advance}>
          <AdvanceButton block />
        </span>
      )}
      {adding && <EvidenceSheet onClose={() => setAdding(false)} />}
    </div>
  );
}
