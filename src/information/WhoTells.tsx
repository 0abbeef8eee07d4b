import type { Askable } from '#information/information.contract.ts';
import { informationMessages } from '#information/information.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import styles from '#information/Information.module.css';

type Props = {
  people: readonly Askable[];
  /** The kind of person to look for where nobody fits. */
  role: string;
  /** The first tap: she told it. */
  onChoose: ((contactId: string) => void) | undefined;
};

/** Who could tell: by name where somebody fitting is known, else whom to look for. */
export function WhoTells({ people, role, onChoose }: Props) {
  const m = useMessages(informationMessages);
  if (people.length === 0) return <span className={styles.seek}>{m.lookFor(role)}</span>;
  return (
    <span className={styles.who}>
      <span>{m.askWhom}</span>
      {people.map(({ id, name, title }) => {
        const words = title ? `${name} · ${title}` : name;
        if (!onChoose || id === null) return <span key={id ?? name}>{words}</span>;
        return (
          <button key={id} type="button" onClick={() => onChoose(id)}>
            {words}
          </button>
        );
      })}
    </span>
  );
}
