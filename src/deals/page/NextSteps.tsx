import { useState } from 'react';
import type { BriefingStep } from '#method/briefing.ts';
import { messages } from '#method/method.messages.ts';
import type { Miss } from '#method/gate.ts';
import { CheckMark } from '#deals/gate/CheckMark.tsx';
import { MakeTask } from '#deals/gate/MakeTask.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { pageMessages } from '#deals/page/page.messages.ts';
import { DayText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { PersonBadge } from '#ui/PersonText.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#deals/page/NextSteps.module.css';

const few = 4;

type Props = { onCheck: (stageId: string, checkId: string) => void };

/** Whom to go to, in which order, with everything to find out there: one visit, not five. */
export function NextSteps({ onCheck }: Props) {
  const m = useMessages(pageMessages);
  const lang = useLang();
  const { view } = useDeal();
  const [all, setAll] = useState(false);
  const { steps, warnings } = view.briefing;
  const lead = warnings.find(({ code }) => code === 'doNotRunOn' || code === 'roundDue');
  return (
    <SectionCard title={m.nextTitle}>
      {lead && <p className={styles.lead}>{lead.words[lang]}</p>}
      {steps.length === 0 && <p className={styles.lead}>{view.gate.endless ? m.nextRound : m.nextNone}</p>}
      <ol className={styles.steps}>
        {(all ? steps : steps.slice(0, few)).map((step) => (
          <Step key={step.items[0]?.key} step={step} onCheck={onCheck} />
        ))}
      </ol>
      {steps.length > few && (
        <button type="button" className={styles.all} onClick={() => setAll(!all)}>
          {all ? m.nextFewer : m.nextAll(steps.length)}
        </button>
      )}
    </SectionCard>
  );
}

function Step({ step, onCheck }: { step: BriefingStep } & Props) {
  const words = useMessages(messages);
  const lang = useLang();
  const { past } = useDeal();
  return (
    <li className={styles.step}>
      <header>
        {step.person && <PersonBadge name={step.person.name} size={26} />}
        <span className={styles.who}>
          <strong>{step.who[lang]}</strong>
          {step.person?.title && <small>{step.person.title}</small>}
          <em>{words.reasons[step.reason]}</em>
        </span>
        <DayText day={step.by} due={!past} />
      </header>
      <ul>
        {step.items.map((miss) => (
          <Item key={miss.key} miss={miss} onCheck={onCheck} />
        ))}
      </ul>
    </li>
  );
}

function Item({ miss, onCheck }: { miss: Miss } & Props) {
  const m = useMessages(pageMessages);
  const lang = useLang();
  const { view, past } = useDeal();
  const check = miss.kind === 'check' ? miss.check : undefined;
  const stage = check && view.playbook.stages.find(({ checks }) => checks.some(({ id }) => id === check));
  return (
    <li className={styles.item}>
      <CheckMark state={miss.kind === 'check' ? miss.state : 'unknown'} bare />
      <div>
        <p>{miss.act.act[lang]}</p>
        {miss.act.question && <q>{miss.act.question.text[lang]}</q>}
        {!past && (
          <span className={styles.acts}>
            {check && stage && view.page.may.evidence && (
              <button type="button" onClick={() => onCheck(stage.id, check)}>
                {m.nextOpen}
              </button>
            )}
            <MakeTask act={miss.act} checkId={check} />
          </span>
        )}
      </div>
    </li>
  );
}
