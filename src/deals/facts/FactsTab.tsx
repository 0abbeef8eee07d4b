import { ArtifactsSection } from '#deals/facts/ArtifactsSection.tsx';
import { CustomSection } from '#deals/facts/CustomSection.tsx';
import { factGroups } from '#deals/facts/fact-groups.ts';
import { FactLine } from '#deals/facts/FactLine.tsx';
import { factMessages } from '#deals/facts/facts.messages.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import styles from '#deals/facts/FactsTab.module.css';

const ProjectSection = onDemand(async () => (await import('#information/ProjectSection.tsx')).ProjectSection);

/** 项目情况: what is known of people and project, and what nobody has asked yet. */
export function FactsTab() {
  const m = useMessages(factMessages);
  const lang = useLang();
  const { view, past, readOnly } = useDeal();
  const known: { readonly [id: string]: unknown } = view.page.deal.facts.values;
  return (
    <div className={styles.tab}>
      {!past && <ProjectSection dealId={view.page.deal.id} readOnly={readOnly} />}
      <div className={styles.groups}>
        {factGroups().map(({ id, name, facts }) => (
          <SectionCard
            key={id}
            title={name[lang]}
            note={m.factsNote(facts.filter((fact) => known[fact] !== undefined).length, facts.length)}
          >
            {facts.map((fact) => (
              <FactLine key={fact} fact={fact} />
            ))}
          </SectionCard>
        ))}
        <ArtifactsSection />
        <CustomSection />
      </div>
    </div>
  );
}
