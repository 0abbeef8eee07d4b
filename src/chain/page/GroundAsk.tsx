import { Button } from 'antd';
import { useState } from 'react';
import type { ChainNode } from '#chain/chain-map.ts';
import { type Ground, useChain } from '#chain/page/chain-context.tsx';
import { evidenceFor } from '#chain/page/ground-evidence.ts';
import { NewEvidence } from '#chain/page/NewEvidence.tsx';
import { personMessages } from '#chain/page/person.messages.ts';
import { Chips } from '#ui/Chips.tsx';
import { messages } from '#method/method.messages.ts';
import { DayText } from '#ui/DayText.tsx';
import { useMessages } from '#ui/lang.tsx';
import styles from '#chain/page/HeldChange.module.css';
import form from '#ui/form/TextField.module.css';
import pad from '#ui/pad/Pad.module.css';

type Way = 'evidence' | 'new' | 'reason';
type Props = {
  title: string;
  /** what will be done then */
  wish: string | undefined;
  busy: boolean;
  person?: ChainNode | undefined;
  onGround: (ground: Ground) => void;
  onClose: () => void;
};

/** Asks in place on what a turned belief rests: a record of this deal, a new one in two taps, or a reason. */
export function GroundAsk({ title, wish, busy, person, onGround, onClose }: Props) {
  const m = useMessages(personMessages);
  const words = useMessages(messages);
  const { deal } = useChain();
  const records = deal ? evidenceFor(deal.view.page.evidence, person) : [];
  const ways: readonly Way[] = [
    ...(records.length > 0 ? ['evidence' as const] : []),
    ...(deal?.view.page.may.evidence ? ['new' as const] : []),
    'reason',
  ];
  const [way, setWay] = useState<Way>(ways[0] ?? 'reason');
  const [reason, setReason] = useState('');
  return (
    <div className={`${pad.pad} ${styles.held}`}>
      <p className={styles.title}>{title}</p>
      {wish && <p className={styles.quiet}>{wish}</p>}
      {ways.length > 1 && (
        <Chips
          label={title}
          value={way}
          chips={ways.map((one) => ({ value: one, label: m.groundWays[one] }))}
          onChoose={setWay}
        />
      )}
      {way === 'evidence' && (
        <ul className={styles.evidence}>
          {records.map(({ record, from }) => (
            <li key={record.id}>
              <button type="button" disabled={busy} onClick={() => onGround({ evidenceId: record.id })}>
                <span>{record.statement}</span>
                <small>
                  {from ?? words.sources[record.source.kind]} · {words.strengths[record.strength]} ·{' '}
                  <DayText day={record.observedOn} />
                </small>
              </button>
            </li>
          ))}
        </ul>
      )}
      {way === 'new' && (
        <NewEvidence person={person} onSaved={(evidenceId) => onGround({ evidenceId })} onClose={onClose} />
      )}
      {way === 'reason' && (
        <>
          <textarea
            className={form.field}
            rows={2}
            maxLength={2000}
            aria-label={m.reason}
            placeholder={m.reasonHint}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <div className={styles.acts}>
            <Button
              type="primary"
              loading={busy}
              disabled={!reason.trim()}
              onClick={() => onGround({ reason: reason.trim() })}
            >
              {m.saveWithReason}
            </Button>
          </div>
        </>
      )}
      <button type="button" className={styles.link} onClick={onClose}>
        {m.leaveAsIs}
      </button>
    </div>
  );
}
