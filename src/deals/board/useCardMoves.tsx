import { useCallback, useState } from 'react';
import type { DealRow } from '#deals/deal.ts';
import type { Asked } from '#deals/board/Attempt.tsx';
import { askedBy } from '#deals/board/board-moves.ts';
import { dealMessages } from '#deals/deals.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { useCan } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';

/** One card under way at a time; the one that its gate stopped stays marked until the next try. */
export function useCardMoves(stages: readonly { readonly id: string }[]) {
  const { oneGate } = useMessages(dealMessages);
  const mayAdvance = useCan()('deal.advance');
  const [asked, setAsked] = useState<Asked>();
  const [stopped, setStopped] = useState<string>();
  const move = useCallback(
    (card: DealRow, to: string) => {
      const wanted = askedBy(stages, card.stageId, to);
      if (!wanted || asked || !mayAdvance) return;
      if (wanted.kind === 'advance' && wanted.further) toast(oneGate);
      setStopped(undefined);
      setAsked({ card, kind: wanted.kind, to: wanted.to });
    },
    [stages, asked, mayAdvance, oneGate],
  );
  const end = (passed: boolean) => {
    if (!passed && asked) setStopped(asked.card.id);
    setAsked(undefined);
  };
  return { asked, stopped, move, end };
}
