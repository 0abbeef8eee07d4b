import { useState } from 'react';
import { CheckMark } from '#deals/gate/CheckMark.tsx';
import { SignalTaps } from '#deals/gate/SignalTaps.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { pageMessages } from '#deals/page/page.messages.ts';
import { Sheet } from '#deals/page/Sheet.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#deals/page/MissesSheet.module.css';

/** Between two visits: which check it is about, what was seen, how sure. What is missing stands first. */
export function EvidenceSheet({ onClose }: { onClose: () => void }) {
  const m = useMessages(pageMessages);
  const lang = useLang();
  const { view } = useDeal();
  const missing = [...view.gate.misses, ...view.gate.advice];
  const [ordered] = useState(() => view.gate.judgements.toSorted((a, b) => Number(a.met) - Number(b.met)));
  const [open, setOpen] = useState<string | undefined>(ordered[0]?.check);
  return (
    <Sheet title={m.addEvidence} onClose={onClose}>
      <ol className={styles.misses}>
        {ordered.map(({ check: id }) => {
          const { check } = view.compiled.checkById.get(id)!;
          const judgement = view.gate.judgements.find((one) => one.check === id)!;
          const act = missing.find(({ key }) => key === `check:${id}`)?.act;
          return (
            <li key={id} className={styles.miss} data-open={open === id || undefined}>
              <button
                type="button"
                className={styles.head}
                aria-expanded={open === id}
                onClick={() => setOpen(open === id ? undefined : id)}
              >
                <CheckMark state={judgement.state} bare />
                <span className={styles.text}>
                  {check.mandatory && '★ '}
                  {check.text[lang]}
                </span>
                <small>
                  <CheckMark state={judgement.state} />
                </small>
              </button>
              {open === id && (
                <div className={styles.acts}>
                  <SignalTaps check={check} act={act} />
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </Sheet>
  );
}
