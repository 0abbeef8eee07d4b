import { CheckCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Miss } from '#method/gate.ts';
import { MissActs } from '#deals/page/MissActs.tsx';
import { OverrideForm } from '#deals/page/OverrideForm.tsx';
import { pageMessages } from '#deals/page/page.messages.ts';
import { Sheet } from '#deals/page/Sheet.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { CheckMark } from '#deals/gate/CheckMark.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#deals/page/MissesSheet.module.css';

type Props = {
  attempt: (asked: { override?: { reason: string } }) => Promise<void>;
  busy: boolean;
  wins: boolean;
  onClose: () => void;
};

/** The refused gate: all that is missing, each with its act at hand; what is made up for is ticked off. */
export function MissesSheet({ attempt, busy, onClose }: Props) {
  const m = useMessages(pageMessages);
  const failures = useMessages(failureMessages);
  const lang = useLang();
  const { view } = useDeal();
  const [first] = useState(view.gate.misses);
  const [open, setOpen] = useState<string | undefined>(first[0]?.key);
  const now = new Map(view.gate.misses.map((miss) => [miss.key, miss]));
  const shown = [...first, ...view.gate.misses.filter(({ key }) => !first.some((miss) => miss.key === key))];
  const stage = view.compiled.stageById.get(view.gate.stage)?.stage.name[lang] ?? '';
  const again = () => void attempt({}).catch((error: unknown) => toast(wordsOf(error, failures), { tone: 'bad' }));
  return (
    <Sheet
      title={m.misses}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{m.close}</Button>
          <Button type="primary" loading={busy} disabled={now.size > 0} onClick={again}>
            {m.retryNow}
          </Button>
        </>
      }
    >
      <p className={styles.lead} data-done={now.size === 0 || undefined}>
        {now.size === 0 ? m.missesDone : m.missesLead(now.size, stage)}
      </p>
      <ol className={styles.misses}>
        {shown.map((miss) => (
          <Row
            key={miss.key}
            miss={now.get(miss.key) ?? miss}
            healed={!now.has(miss.key)}
            open={open === miss.key}
            onToggle={() => setOpen(open === miss.key ? undefined : miss.key)}
          />
        ))}
      </ol>
      {now.size > 0 &&
        (view.page.may.override ? (
          <OverrideForm override={(reason) => attempt({ override: { reason } })} />
        ) : (
          <p className={styles.ask}>{m.askManager}</p>
        ))}
    </Sheet>
  );
}

type RowProps = { miss: Miss; healed: boolean; open: boolean; onToggle: () => void };

function Row({ miss, healed, open, onToggle }: RowProps) {
  const m = useMessages(pageMessages);
  const lang = useLang();
  const { view } = useDeal();
  const text = miss.kind === 'check' ? view.compiled.checkById.get(miss.check)?.check.text : miss.words;
  if (healed) {
    return (
      <li className={styles.miss} data-healed>
        <p className={styles.head}>
          <CheckCircleFilled aria-label={m.healed} />
          <span className={styles.text}>{text?.[lang]}</span>
        </p>
      </li>
    );
  }
  return (
    <li className={styles.miss} data-open={open || undefined}>
      <button type="button" className={styles.head} aria-expanded={open} onClick={onToggle}>
        <CheckMark state={miss.kind === 'check' ? miss.state : 'unknown'} bare />
        <span className={styles.text}>{text?.[lang]}</span>
        {miss.kind === 'check' && (
          <small>
            <CheckMark state={miss.state} />
          </small>
        )}
      </button>
      {open && <MissActs miss={miss} />}
    </li>
  );
}
