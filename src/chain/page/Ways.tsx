import { analysisMessages } from '#chain/page/analysis.messages.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { ChainTask } from '#chain/page/ChainTask.tsx';
import { PeopleLinks } from '#chain/page/PeopleLinks.tsx';
import { pathsTo } from '#chain/path-finder.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { percentText } from '#ui/percent.ts';
import styles from '#chain/page/Analysis.module.css';

/** The surest ways to somebody, hop by hop, each with what to ask for. */
export function Ways({ to, many }: { to: string; many: number }) {
  const m = useMessages(analysisMessages);
  const lang = useLang();
  const { scene } = useChain();
  const ways = pathsTo(scene.map, to, many);
  if (ways.length === 0) return <p className={styles.missing}>{m.noPath}</p>;
  return (
    <div className={styles.ways}>
      {ways.map(({ hops, chance }) => (
        <div key={hops.map((hop) => hop.to).join(' ')} className={styles.way}>
          <strong>{m.chance(percentText(chance))}</strong>
          <ol className={styles.steps}>
            {hops.map((hop) => (
              <li key={hop.to}>
                <span>{hop.ask[lang]}</span>
                <PeopleLinks ids={[hop.to]} />
                <span className={styles.head}>
                  <span className={styles.quiet}>{m.chance(percentText(hop.chance))}</span>
                  <ChainTask title={hop.ask[lang]} />
                </span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}
