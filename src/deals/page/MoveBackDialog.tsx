import { useState } from 'react';
import { Chips } from '#ui/Chips.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { pageMessages } from '#deals/page/page.messages.ts';
import { Labelled } from '#deals/page/AskDialog.tsx';
import { WhyDialog } from '#deals/page/WhyDialog.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';

/** Back to an earlier stage, with the reason. `to`: already chosen (a card was dropped there). */
export function MoveBackDialog({ to: first, onClose }: { to?: string; onClose: () => void }) {
  const m = useMessages(pageMessages);
  const lang = useLang();
  const { view, commands } = useDeal();
  const at = view.compiled.stageById.get(view.page.deal.stageId)?.index ?? 0;
  const earlier = view.playbook.stages.slice(0, at);
  const [to, setTo] = useState(first ?? earlier.at(-1)?.id);
  return (
    <WhyDialog
      title={m.moveBackTitle}
      lead={m.moveBackLead}
      label={m.whyBack}
      hint={m.whyBackHint}
      wanting={to === undefined ? m.needStage : undefined}
      send={(reason) => commands.moveBack({ to: to ?? '', reason })}
      onClose={onClose}
    >
      <Labelled label={m.toStage}>
        <Chips
          label={m.toStage}
          value={to}
          chips={earlier.map(({ id, name }) => ({ value: id, label: name[lang] }))}
          onChoose={setTo}
        />
      </Labelled>
    </WhyDialog>
  );
}
