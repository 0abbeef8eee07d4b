import { useState } from 'react';
import { factMessages } from '#deals/facts/facts.messages.ts';
import { AmountInput } from '#deals/facts/AmountInput.tsx';
import { lossReasons } from '#deals/deal-words.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { pageMessages } from '#deals/page/page.messages.ts';
import { Labelled } from '#deals/page/AskDialog.tsx';
import { ReasonDialog } from '#deals/page/ReasonDialog.tsx';
import form from '#ui/form/TextField.module.css';
import { useMessages } from '#ui/lang.tsx';

/** Lost: why, to whom, and by how much, as far as it is known. */
export function LoseDialog({ onClose }: { onClose: () => void }) {
  const m = useMessages(pageMessages);
  const { notAmount } = useMessages(factMessages);
  const { commands } = useDeal();
  const [winner, setWinner] = useState('');
  const [priceGap, setPriceGap] = useState<number | null>(null);
  return (
    <ReasonDialog
      danger
      title={m.loseTitle}
      lead={m.loseLead}
      reasons={lossReasons}
      wanting={Number.isNaN(priceGap) ? notAmount : undefined}
      send={(answer) =>
        commands.lose({
          ...answer,
          ...(winner.trim() && { winner: winner.trim() }),
          ...(priceGap !== null && { priceGap }),
        })
      }
      onClose={onClose}
    >
      <Labelled label={m.winner}>
        <input
          className={form.field}
          aria-label={m.winner}
          placeholder={m.winnerHint}
          maxLength={200}
          value={winner}
          onChange={({ target }) => setWinner(target.value)}
        />
      </Labelled>
      <Labelled label={`${m.priceGap} · ${m.priceGapHint}`}>
        <AmountInput value={priceGap} onChange={setPriceGap} />
      </Labelled>
    </ReasonDialog>
  );
}
