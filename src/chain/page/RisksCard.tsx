import { chainRisks } from '#chain/chain-risks.ts';
import { analysisMessages } from '#chain/page/analysis.messages.ts';
import { calledIn } from '#chain/page/chain-scene.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { ChainTask } from '#chain/page/ChainTask.tsx';
import { PeopleLinks } from '#chain/page/PeopleLinks.tsx';
import type { ChainRisk } from '#chain/risk.ts';
import { stalenessOf } from '#chain/staleness.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { Tag } from '#ui/Tag.tsx';
import styles from '#chain/page/Analysis.module.css';

/** What threatens from within the chain, the serious first, each with an act that can be put on a list. */
export function RisksCard({ answered }: { answered: ReadonlySet<string> }) {
  const m = useMessages(analysisMessages);
  const lang = useLang();
  const { scene, today } = useChain();
  const age = stalenessOf(scene.map, scene.data.confirmations, today);
  const risks = chainRisks(scene.map, answered, scene.data.signs, age);
  // A task that names the opponent is what tells that an answer is under way.
  const titleOf = ({ code, people, act }: ChainRisk) =>
    code === 'opponentUnanswered' ? m.answering(calledIn(scene, people[0] ?? ''), act[lang]) : act[lang];
  return (
    <SectionCard title={m.risksTitle} note={risks.length || undefined}>
      {risks.length === 0 && <p className={styles.quiet}>{m.noRisk}</p>}
      <ul className={styles.rows}>
        {risks.map((risk) => (
          <li key={`${risk.code} ${risk.people.join(' ')}`}>
            <span className={styles.severity}>
              <Tag tone={risk.severity === 'serious' ? 'bad' : 'warn'}>{m.severity[risk.severity]}</Tag>
              <strong>{risk.words[lang]}</strong>
            </span>
            <span>{risk.act[lang]}</span>
            <span className={styles.head}>
              {risk.people.length > 0 ? <PeopleLinks ids={risk.people} /> : <span />}
              <ChainTask title={titleOf(risk)} />
            </span>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
