import type { Explanation } from '#method/rule-explain.ts';
import { type DealClass, dealClasses } from '#method/scales.ts';
import { isRecordable } from '#deals/facts/fact-groups.ts';
import { FactLine } from '#deals/facts/FactLine.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { AnswerMark } from '#deals/qualify/AnswerMark.tsx';
import { qualifyMessages } from '#deals/qualify/qualify.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#deals/qualify/Qualify.module.css';

/** 线索 → 商机 → 项目: where the deal stands, and by which rule it goes on. */
export function ClassCard() {
  const m = useMessages(qualifyMessages);
  const lang = useLang();
  const { view } = useDeal();
  const { deal, ripeness } = view.page;
  const classes = Object.keys(dealClasses) as DealClass[];
  const at = classes.indexOf(deal.class);
  const rule = deal.class === 'lead' ? ripeness.opportunity : ripeness.project;
  return (
    <SectionCard title={m.ripeness}>
      <ol className={styles.classes}>
        {classes.map((name, index) => (
          <li key={name} data-reached={index <= at || undefined} aria-current={index === at ? 'step' : undefined}>
            {dealClasses[name][lang]}
          </li>
        ))}
      </ol>
      <p className={styles.hint}>{m.ripe[deal.class]}</p>
      {deal.class !== 'project' && (
        <ul>
          {(rule.parts ?? [rule]).map((part) => (
            <Condition key={part.words.zh} part={part} />
          ))}
        </ul>
      )}
    </SectionCard>
  );
}

/** One condition; what is recorded on the deal itself is recorded here. */
function Condition({ part }: { part: Explanation }) {
  const m = useMessages(qualifyMessages);
  const lang = useLang();
  const fact = part.fact ?? part.parts?.[0]?.fact ?? '';
  const known: { readonly [fact: string]: string | undefined } = m.ripeFacts;
  const line = (
    <span className={styles.condition}>
      <AnswerMark answer={part.truth === true ? 'yes' : part.truth === false ? 'no' : 'unknown'} />
      {known[fact] ?? part.words[lang]}
    </span>
  );
  return <li>{isRecordable(fact) ? <FactLine fact={fact}>{line}</FactLine> : line}</li>;
}
