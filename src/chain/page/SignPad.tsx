import { useState } from 'react';
import { messages } from '#method/method.messages.ts';
import { type Strength, strengths } from '#method/evidence.ts';
import type { PersonNode } from '#chain/chain-map.ts';
import { type CoachSignal, coachSignals } from '#chain/coach.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { checkOfCoach, checksOf, evidenceFor } from '#chain/page/ground-evidence.ts';
import { personMessages } from '#chain/page/person.messages.ts';
import { Chips } from '#ui/Chips.tsx';
import type { DealAt } from '#deals/page/deal-context.tsx';
import { addDays } from '#shared/day.ts';
import { DayPicker } from '#ui/DayPicker.tsx';
import { DayText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { useToday } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';
import form from '#ui/form/TextField.module.css';
import chips from '#ui/Chips.module.css';
import held from '#chain/page/HeldChange.module.css';
import pad from '#ui/pad/Pad.module.css';

type Props = { node: PersonNode; signal: CoachSignal; deal: DealAt; onClose: () => void };

/** A signal that was seen: everything is filled in, and how sure it is saves it. */
export function SignPad({ node, signal, deal, onClose }: Props) {
  const m = useMessages(personMessages);
  const words = useMessages(messages);
  const lang = useLang();
  const today = useToday();
  const { commands } = useChain();
  const { compiled, page } = deal.view;
  const checks = checksOf(compiled, page.deal.stageId);
  const records = evidenceFor(page.evidence, node).filter(({ record }) => record.source.id === node.id);
  const [on, setOn] = useState(today);
  const [occasion, setOccasion] = useState('');
  const [statement, setStatement] = useState(m.signStatement(node.name, coachSignals[signal][lang]));
  const [check, setCheck] = useState(checkOfCoach(checks)?.id ?? '');
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const keep = async (evidence: { id: string } | { check: string; strength: Strength; statement: string }) => {
    setBusy(true);
    setError(undefined);
    try {
      await commands.sign({ personId: node.id, signal, on, occasion: occasion.trim() || null, evidence });
      toast(m.signSaved(node.name));
      onClose();
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };
  const day = on === today ? 'today' : on === addDays(today, -1) ? 'yesterday' : 'other';
  return (
    <div className={`${pad.pad} ${held.held}`}>
      <Chips
        label={m.when}
        value={day}
        chips={[
          { value: 'today', label: m.today },
          { value: 'yesterday', label: m.yesterday },
          { value: 'other', label: day === 'other' ? <DayText day={on} /> : m.otherDay },
        ]}
        onChoose={(choice) =>
          setOn(choice === 'today' ? today : choice === 'yesterday' ? addDays(today, -1) : addDays(today, -2))
        }
      />
      {day === 'other' && <DayPicker max={today} value={on} onChange={(next) => next && setOn(next)} />}
      <input
        className={form.field}
        aria-label={m.occasion}
        placeholder={m.occasion}
        maxLength={200}
        value={occasion}
        onChange={({ target }) => setOccasion(target.value)}
      />
      <textarea
        className={form.field}
        rows={2}
        maxLength={2000}
        aria-label={m.whatSeen}
        value={statement}
        onChange={({ target }) => setStatement(target.value)}
      />
      {checks.length > 1 && (
        <select
          className={form.field}
          aria-label={m.forCheck}
          value={check}
          onChange={({ target }) => setCheck(target.value)}
        >
          {checks.map(({ id, text }) => (
            <option key={id} value={id}>
              {text[lang]}
            </option>
          ))}
        </select>
      )}
      <span className={held.quiet}>{m.howSure}</span>
      <div className={chips.chips}>
        {strengths.map((strength) => (
          <button
            key={strength}
            type="button"
            className={chips.chip}
            disabled={busy || !statement.trim() || !check}
            onClick={() => void keep({ check, strength, statement: statement.trim() })}
          >
            {words.strengths[strength]}
          </button>
        ))}
      </div>
      {records.length > 0 && (
        <>
          <span className={held.quiet}>{m.orRecorded}</span>
          <ul className={held.evidence}>
            {records.slice(0, 5).map(({ record }) => (
              <li key={record.id}>
                <button type="button" disabled={busy} onClick={() => void keep({ id: record.id })}>
                  <span>{record.statement}</span>
                  <small>
                    <DayText day={record.observedOn} />
                  </small>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <RefusalAlert error={error} issues />
      <button type="button" className={held.link} onClick={onClose}>
        {m.cancel}
      </button>
    </div>
  );
}
