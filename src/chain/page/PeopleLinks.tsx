import { useState } from 'react';
import { useChain } from '#chain/page/chain-context.tsx';
import { analysisMessages } from '#chain/page/analysis.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import styles from '#chain/page/PeopleLinks.module.css';

/** So many names fill two rows of a phone; of one more than that none is hidden. */
const FEW = 7;

/** The people that a number is made of; each opens. */
export function PeopleLinks({ ids }: { ids: readonly string[] }) {
  const m = useMessages(analysisMessages);
  const { scene, openPerson } = useChain();
  const nodes = ids.flatMap((id) => scene.nodes.get(id) ?? []);
  const isPhone = useIsPhone();
  const [all, setAll] = useState(false);
  const isShort = isPhone && !all && nodes.length > FEW + 1;
  if (nodes.length === 0) return <span className={styles.none}>{m.nobody}</span>;
  return (
    <span className={styles.people}>
      {(isShort ? nodes.slice(0, FEW) : nodes).map(({ id, name }) => (
        <button key={id} type="button" className={styles.person} onClick={() => openPerson(id)}>
          {name}
        </button>
      ))}
      {isShort && (
        <button type="button" className={styles.person} onClick={() => setAll(true)}>
          {m.morePeople(nodes.length - FEW)}
        </button>
      )}
    </span>
  );
}
