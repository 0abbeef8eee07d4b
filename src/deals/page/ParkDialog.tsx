import { useState } from 'react';
import { parkingAdvice } from '#method/parking.ts';
import { addDays } from '#shared/day.ts';
import { parkReasons } from '#deals/deal-words.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { pageMessages } from '#deals/page/page.messages.ts';
import { Labelled } from '#deals/page/AskDialog.tsx';
import { ReasonDialog } from '#deals/page/ReasonDialog.tsx';
import { DayPicker } from '#ui/DayPicker.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';

/** 维持联系: not lost; the day on which it is looked at again is part of it. */
export function ParkDialog({ onClose }: { onClose: () => void }) {
  const m = useMessages(pageMessages);
  const lang = useLang();
  const { view, commands } = useDeal();
  const advice = parkingAdvice(view.compiled, view.situation);
  const [revisitOn, setRevisitOn] = useState(advice?.revisitOn ?? addDays(view.today, 90));
  return (
    <ReasonDialog
      title={advice?.name[lang] ?? m.parkTitle}
      lead={advice?.advice[lang] ?? m.parkLead}
      reasons={parkReasons}
      wanting={revisitOn <= view.today ? m.needDay : undefined}
      send={(answer) => commands.park({ ...answer, revisitOn })}
      onClose={onClose}
    >
      <Labelled label={m.revisitOn}>
        <DayPicker value={revisitOn} min={addDays(view.today, 1)} onChange={(day) => setRevisitOn(day ?? view.today)} />
      </Labelled>
    </ReasonDialog>
  );
}
