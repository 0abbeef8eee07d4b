import { dealClasses } from '#deals/deal.ts';
import { dealMessages } from '#deals/deals.messages.ts';
import { RuleLines } from '#deals/gate/RuleLines.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { qualifyMessages } from '#deals/qualify/qualify.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#deals/qualify/Qualify.module.css';

/** 线索 → 商机 → 项目: where the deal stands, and by which rule it goes on. */
export function ClassCard() {
  const m = useMessages(qualifyMessages);
  const words = useMessages(dealMessages);
  const { view } = useDeal();
  const { deal, ripeness } = view.page;
  const at = dealClasses.indexOf(deal.class);
  const rule = deal.class === 'lead' ? ripeness.opportunity : ripeness.project;
  return (
    <SectionCard title={m.ripeness}>
      <ol className={styles.classes}>
        {dealClasses.map((name, index) => (
          <li key={name} data-reached={index <= at || undefined} aria-current={index === at ? 'step' : undefined}>
            {words.classes[name]}
          </li>
        ))}
      </ol>
      <p className={styles.hint}>{m.ripe[deal.class]}</p>
      {deal.class !== 'project' && <RuleLines rule={rule} />}
    </SectionCard>
  );
}
