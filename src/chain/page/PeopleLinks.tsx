import { useChain } from '#chain/page/chain-context.tsx';
import { analysisMessages } from '#chain/page/analysis.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import styles from '#chain/page/PeopleLinks.module.css';

/** The people that a number is made of; each opens. */
export function PeopleLinks({ ids }: { ids: readonly string[] }) {
  const m = useMessages(analysisMessages);
  const { scene, openPerson } = useChain();
  const nodes = ids.flatMap((id) => scene.nodes.get(id) ?? []);
  if (nodes.length === 0) return <span className={styles.none}>{m.nobody}</span>;
  return (
    <span className={styles.people}>
      {nodes.map(({ id, name }) => (
        <button key={id} type="button" className={styles.person} onClick={() => openPerson(id)}>
          {name}
        </button>
      ))}
    </span>
  );
}
