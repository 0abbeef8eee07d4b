import { useCallback, useState, type ReactNode } from 'react';
import { winningStage } from '#deals/deal-decisions.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { pageMessages } from '#deals/page/page.messages.ts';
import type { winReasons } from '#deals/deal-words.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { failureMessages, isRefused, wordsOf } from '#ui/refused.tsx';
import { toast } from '#ui/toast.tsx';

const MissesSheet = onDemand(async () => (await import('#deals/page/MissesSheet.tsx')).MissesSheet);
const WinDialog = onDemand(async () => (await import('#deals/page/WinDialog.tsx')).WinDialog);

export type Won = { reason: keyof typeof winReasons; note?: string };
type Override = { reason: string };
type Asking = { step: 'misses' } | { step: 'win'; override?: Override };

type Props = {
  /** Draws what starts it. */
  children: (at: { start: () => void; busy: boolean }) => ReactNode;
  /** Called when the attempt is over, passed or given up. */
  onEnd?: (passed: boolean) => void;
};

/** Tries the gate. Refused, it opens every miss with its act; where passing wins the deal it asks why we won. */
export function AdvanceFlow({ children, onEnd }: Props) {
  const m = useMessages(pageMessages);
  const failures = useMessages(failureMessages);
  const lang = useLang();
  const { view, commands } = useDeal();
  const [asking, setAsking] = useState<Asking>();
  const [busy, setBusy] = useState(false);
  const { deal } = view.page;
  const wins = deal.state === 'open' && deal.stageId === winningStage(view.compiled);

  /** Throws what neither opens the misses nor asks for the reason. */
  const attempt = async (with_: { override?: Override; won?: Won }) => {
    setBusy(true);
    try {
      const after = await commands.advance(with_);
      const stage = view.compiled.stageById.get(after.stageId)?.stage.name[lang] ?? '';
      toast(
        after.state === 'won' && deal.state === 'open'
          ? m.wonNow
          : after.finishedOn
            ? m.finishedNow
            : m.advanced(stage),
      );
      setAsking(undefined);
      onEnd?.(true);
    } catch (error) {
      if (isRefused(error, 'gate.closed')) setAsking({ step: 'misses' });
      else if (isRefused(error, 'deal.winReasonRequired')) setAsking({ step: 'win', override: with_.override });
      else throw error;
    } finally {
      setBusy(false);
    }
  };
  const start = useCallback(() => {
    if (wins && view.gate.open) return setAsking({ step: 'win' });
    attempt({}).catch((error: unknown) => {
      toast(wordsOf(error, failures), { tone: 'bad' });
      onEnd?.(false);
    });
    // Started anew with what is on the screen now.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wins, view, failures]);
  const end = () => {
    setAsking(undefined);
    onEnd?.(false);
  };
  return (
    <>
      {children({ start, busy })}
      {asking?.step === 'misses' && <MissesSheet attempt={attempt} busy={busy} wins={wins} onClose={end} />}
      {asking?.step === 'win' && <WinDialog win={(won) => attempt({ override: asking.override, won })} onClose={end} />}
    </>
  );
}

/** What the attempt is called on its button. */
export function useAdvanceWords(): string {
  const m = useMessages(pageMessages);
  const lang = useLang();
  const { view } = useDeal();
  const { deal } = view.page;
  if (deal.state === 'open' && deal.stageId === winningStage(view.compiled)) return m.advanceWin;
  const next = view.gate.next && view.compiled.stageById.get(view.gate.next)?.stage.name[lang];
  return next ? m.advance(next) : m.advanceLast;
}

/** May be pushed on: open, or won and still on its way to the end. */
export function useMayAdvance(): boolean {
  const { view, readOnly } = useDeal();
  const { deal, may } = view.page;
  return (
    !readOnly &&
    may.advance &&
    (deal.state === 'open' || deal.state === 'won') &&
    !deal.finishedOn &&
    !view.gate.endless
  );
}
