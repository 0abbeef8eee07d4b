import { EditOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { useState } from 'react';
import type { NextAct } from '#method/next-act.ts';
import type { Check } from '#method/playbook.ts';
import { draftFrom, emptyDraft, sourcesFor, type EvidenceDraft } from '#deals/gate/evidence-draft.ts';
import { EvidencePad } from '#deals/gate/EvidencePad.tsx';
import { gateMessages } from '#deals/gate/gate.messages.ts';
import { useSaveEvidence } from '#deals/gate/useSaveEvidence.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { useToday } from '#ui/session.tsx';
import styles from '#deals/gate/SignalTaps.module.css';

/** Evidence in two taps: what was seen, then how sure it is. */
export function SignalTaps({ check, act }: { check: Check; act?: NextAct }) {
  const m = useMessages(gateMessages);
  const lang = useLang();
  const today = useToday();
  const { view } = useDeal();
  const save = useSaveEvidence();
  const [draft, setDraft] = useState<EvidenceDraft>();
  const sources = sourcesFor(act, view.situation.facts.lists.stakeholders ?? []);
  const likely = sources[0]!;
  const signals = check.signals.toSorted((a, b) =>
    a.direction === b.direction ? 0 : a.direction === 'supports' ? -1 : 1,
  );
  return (
    <section className={styles.taps} aria-label={m.signalsTitle}>
      <h4 className={styles.title}>{m.signalsTitle}</h4>
      <ul className={styles.list}>
        {signals.map((signal) => {
          const open = draft?.signal === signal.id;
          return (
            <li key={signal.id} data-open={open || undefined}>
              <button
                type="button"
                className={styles.signal}
                data-direction={signal.direction}
                aria-expanded={open}
                onClick={() => setDraft(open ? undefined : draftFrom(check.id, signal, likely, today, lang))}
              >
                <span className={styles.sign} title={signal.direction === 'supports' ? m.signalFor : m.signalAgainst}>
                  {signal.direction === 'supports' ? <PlusOutlined /> : <MinusOutlined />}
                </span>
                <span>{signal.text[lang]}</span>
              </button>
              {open && draft && (
                <EvidencePad draft={draft} sources={sources} save={save} onClose={() => setDraft(undefined)} />
              )}
            </li>
          );
        })}
        <li data-open={(draft && draft.signal === undefined) || undefined}>
          <button
            type="button"
            className={styles.signal}
            aria-expanded={draft !== undefined && draft.signal === undefined}
            onClick={() => setDraft(emptyDraft(check.id, likely, today))}
          >
            <span className={styles.sign}>
              <EditOutlined />
            </span>
            <span>{m.ownWords}…</span>
          </button>
          {draft && draft.signal === undefined && (
            <EvidencePad draft={draft} sources={sources} save={save} onClose={() => setDraft(undefined)} />
          )}
        </li>
      </ul>
    </section>
  );
}
