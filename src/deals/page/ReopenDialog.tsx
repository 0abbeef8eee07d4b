import { useDeal } from '#deals/page/deal-context.tsx';
import { pageMessages } from '#deals/page/page.messages.ts';
import { WhyDialog } from '#deals/page/WhyDialog.tsx';
import { useMessages } from '#ui/lang.tsx';

export function ReopenDialog({ onClose }: { onClose: () => void }) {
  const m = useMessages(pageMessages);
  const { commands } = useDeal();
  return (
    <WhyDialog
      title={m.reopenTitle}
      lead={m.reopenLead}
      label={m.whyReopen}
      hint={m.whyReopenHint}
      send={(reason) => commands.reopen({ reason })}
      onClose={onClose}
    />
  );
}
