import { useEffect, useRef } from 'react';
import type { DealRow } from '#deals/deal.ts';
import { AdvanceFlow } from '#deals/page/AdvanceFlow.tsx';
import { DealProvider } from '#deals/page/DealProvider.tsx';
import { MoveBackDialog } from '#deals/page/MoveBackDialog.tsx';

export type Asked = { card: DealRow; kind: 'advance' | 'moveBack'; to: string };

/** Carries out what a drop or a card's menu asked for, with the same sheets as on the deal's page. */
export function Attempt({ asked, onEnd }: { asked: Asked; onEnd: (passed: boolean) => void }) {
  return (
    <DealProvider dealId={asked.card.id} waiting={null}>
      {asked.kind === 'advance' ? (
        <AdvanceFlow onEnd={onEnd}>{({ start }) => <Once run={start} />}</AdvanceFlow>
      ) : (
        <MoveBackDialog to={asked.to} onClose={() => onEnd(true)} />
      )}
    </DealProvider>
  );
}

function Once({ run }: { run: () => void }) {
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    run();
  }, [run]);
  return null;
}
