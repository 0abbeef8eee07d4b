import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Explanation } from '#method/rule-explain.ts';
import type { Truth } from '#method/rule.ts';
import { EvaluationForm } from '#deals/facts/EvaluationForm.tsx';
import { factMessages } from '#deals/facts/facts.messages.ts';
import { isRated, isRecordable } from '#deals/facts/fact-groups.ts';
import { FactLine } from '#deals/facts/FactLine.tsx';
import { gateMessages } from '#deals/gate/gate.messages.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#deals/gate/RuleLines.module.css';

/** Why the rule came out as it did, line by line; what is not recorded yet is recorded here. */
export function RuleLines({ rule }: { rule: Explanation }) {
  const lang = useLang();
  const flat = rule.kind === 'all' && rule.parts ? rule.parts : [rule];
  return (
    <ul className={styles.rule}>
      {flat.map((part) => (
        <Part key={part.words[lang] + (part.parts?.map(({ words }) => words[lang]).join('') ?? '')} part={part} />
      ))}
    </ul>
  );
}

function Part({ part }: { part: Explanation }) {
  const lang = useLang();
  if (!part.parts) return <FactPart part={part} />;
  return (
    <li>
      <div className={styles.line}>
        <TruthMark truth={part.truth} />
        <span className={styles.heading}>{part.words[lang]}</span>
      </div>
      <ul className={styles.parts}>
        {part.parts.map((each) => (
          <Part key={each.words[lang]} part={each} />
        ))}
      </ul>
    </li>
  );
}

function FactPart({ part }: { part: Explanation }) {
  const m = useMessages(gateMessages);
  const lang = useLang();
  const factWords = useMessages(factMessages);
  const { view, readOnly } = useDeal();
  const [adding, setAdding] = useState(false);
  const fact = part.fact ?? '';
  const words = (
    <span className={styles.line}>
      <TruthMark truth={part.truth} />
      <span>{part.words[lang]}</span>
    </span>
  );
  if (isRecordable(fact)) {
    return (
      <li className={styles.editable}>
        <FactLine fact={fact}>{words}</FactLine>
      </li>
    );
  }
  if (isRated(fact)) {
    return (
      <li>
        <div className={styles.apart}>
          {words}
          {part.truth !== true && !readOnly && (
            <button type="button" className={styles.add} aria-expanded={adding} onClick={() => setAdding(!adding)}>
              {factWords.evaluate}
            </button>
          )}
        </div>
        {adding && (
          <div className={styles.sheet}>
            <EvaluationForm />
          </div>
        )}
      </li>
    );
  }
  const isPeople = fact === 'stakeholders.count';
  const { accountId } = view.page.deal;
  const isInformation = accountId !== null && (fact.startsWith('information.') || fact === 'account.creditGrade');
  return (
    <li>
      <div className={styles.apart}>
        {words}
        {isPeople && part.truth !== true && !readOnly && (
          <Link to={`/deals/${view.page.deal.id}`} search={{ tab: 'people', add: '1' }} className={styles.add}>
            {m.addPerson}
          </Link>
        )}
        {isInformation && part.truth !== true && !readOnly && (
          <Link className={styles.add} to={`/accounts/${accountId}?tab=information`}>
            {m.fillInformation}
          </Link>
        )}
      </div>
      {!isPeople && !isInformation && part.truth === null && !readOnly && (
        <p className={styles.elsewhere}>{m.elsewhere}</p>
      )}
    </li>
  );
}

/** Yes, no, not known: a tick, a dash, an open ring. */
function TruthMark({ truth }: { truth: Truth }) {
  const shape = truth === true ? 'yes' : truth === false ? 'no' : 'unknown';
  return (
    <svg className={styles.truth} data-truth={shape} width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      {truth === true && <path d="m2.5 7.5 3 3 6-7" />}
      {truth === false && <path d="M3 3l8 8M11 3l-8 8" />}
      {truth === null && <circle cx="7" cy="7" r="5" strokeDasharray="2.2 2" />}
    </svg>
  );
}
