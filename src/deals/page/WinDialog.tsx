import { winReasons } from '#deals/deal-words.ts';
import type { Won } from '#deals/page/AdvanceFlow.tsx';
import { pageMessages } from '#deals/page/page.messages.ts';
import { ReasonDialog } from '#deals/page/ReasonDialog.tsx';
import { useMessages } from '#ui/lang.tsx';

export function WinDialog({ win, onClose }: { win: (won: Won) => Promise<void>; onClose: () => void }) {
  const m = useMessages(pageMessages);
  return <ReasonDialog title={m.winTitle} lead={m.winLead} reasons={winReasons} send={win} onClose={onClose} />;
}
