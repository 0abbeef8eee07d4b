import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { DealAct } from '#today/DealAct.tsx';
import { todayMessages } from '#today/today.messages.ts';
import styles from '#today/Today.module.css';
import type { DealLine, Reason } from '#today/today.ts';
import { dayWords } from '#ui/day-words.ts';
import { DayText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { useCan, useToday } from '#ui/session.tsx';
import { Tag } from '#ui/Tag.tsx';

// A form is for who wants to write: its code is not part of the first page.
const NextStepForm = onDemand(async () => (await import('#today/NextStepForm.tsx')).NextStepForm);

type Props = {
  line: DealLine;
  reason: Reason;
  /** Somebody else's deal: say whose, and offer to give her something to do. */
  others?: boolean;
};

/** A deal, why it stands here, and the act that settles it. */
export function DealLineItem({ line, reason, others }: Props) {
  const m = useMessages(todayMessages);
  const lang = useLang();
  const [planning, setPlanning] = useState(false);
  const { ask } = line;
  const also = line.reasons.filter((one) => one !== reason);
  return (
    <li className={styles.deal}>
      <div className={styles.head}>
        <Link to={`/deals/${line.id}`} className={styles.name}>
          {line.name}
        </Link>
        <MoneyText amount={line.amount} currency={line.currency} />
      </div>
      <div className={styles.facts}>
        {others && <strong>{line.ownerName}</strong>}
        {line.accountName && <span>{line.accountName}</span>}
        <span>{line.stage[lang]}</span>
        <Why line={line} reason={reason} />
        {also.map((one) => (
          <Tag key={one} tone="warn">
            {m.tags[one]}
          </Tag>
        ))}
      </div>
      {(reason === 'oneAnswer' || reason === 'round') && ask && (
        <div className={styles.ask}>
          <p>
            {reason === 'oneAnswer' && <b>{m.ask(ask.who[lang])}</b>}
            {(reason === 'oneAnswer' && ask.question?.[lang]) || ask.act[lang]}
          </p>
          <small>{ask.text[lang]}</small>
          {ask.others.length > 0 && (
            <small>{m.others(ask.others.map((words) => words[lang]).join(lang === 'zh' ? '；' : '; '))}</small>
          )}
        </div>
      )}
      {!planning && (
        <div className={styles.acts}>
          {others ? (
            <GiveTask line={line} onPlan={() => setPlanning(true)} />
          ) : (
            <DealAct line={line} reason={reason} onPlan={() => setPlanning(true)} />
          )}
        </div>
      )}
      {planning && (
        <NextStepForm
          dealId={line.id}
          ownerId={others ? (line.ownerId ?? undefined) : undefined}
          onClose={() => setPlanning(false)}
        />
      )}
    </li>
  );
}

function GiveTask({ line, onPlan }: { line: DealLine; onPlan: () => void }) {
  const m = useMessages(todayMessages);
  const can = useCan();
  if (!can('task.write') || !line.ownerName) return null;
  return (
    <button type="button" className={styles.act} onClick={onPlan}>
      {m.giveTask(line.ownerName)}
    </button>
  );
}

function Why({ line, reason }: { line: DealLine; reason: Reason }) {
  const m = useMessages(todayMessages);
  const lang = useLang();
  const today = useToday();
  switch (reason) {
    case 'stuck':
      return (
        <span>
          <span className={styles.warn}>{m.stayed(line.days)}</span>
          {line.usualDays !== null && ` · ${m.usual(line.usualDays)}`}
        </span>
      );
    case 'overridden':
      return line.override ? (
        <span title={line.override.reason}>
          {m.overriddenOn(dayWords(line.override.on, today, lang), line.override.covered)}
        </span>
      ) : null;
    case 'lint':
      return (
        <span className={styles.warn}>{line.lints.map((name) => name[lang]).join(lang === 'zh' ? '、' : ', ')}</span>
      );
    case 'round':
      return line.ask ? (
        <span>
          {m.roundBy} <DayText day={line.ask.by} due />
        </span>
      ) : null;
    case 'revisit':
      return (
        <span>
          {m.revisitOn} <DayText day={line.revisitOn} due />
        </span>
      );
    default:
      return line.closeOn ? (
        <span>
          {m.close} <DayText day={line.closeOn} due={reason === 'closing'} />
        </span>
      ) : null;
  }
}
