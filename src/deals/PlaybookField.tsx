import type { Text } from '#shared/messages.ts';
import { useLang } from '#ui/lang.tsx';
import styles from '#deals/PlaybookField.module.css';

type Choice = { id: string; name: Text; description: Text; stages: readonly { name: Text }[] };
type Props = { playbooks: readonly Choice[]; value?: string; onChange?: (id: string) => void };

/** Which method: each with what it is for and the way it goes. */
export function PlaybookField({ playbooks, value, onChange }: Props) {
  const lang = useLang();
  return (
    <div className={styles.books} role="radiogroup">
      {playbooks.map((book) => (
        <label
          key={book.id}
          htmlFor={`playbook-${book.id}`}
          className={styles.book}
          data-chosen={value === book.id || undefined}
        >
          <input
            id={`playbook-${book.id}`}
            type="radio"
            name="playbook"
            value={book.id}
            checked={value === book.id}
            onChange={() => onChange?.(book.id)}
          />
          <strong>{book.name[lang]}</strong>
          <small>{firstSentence(book.description[lang])}</small>
          <em>{book.stages.map(({ name }) => name[lang]).join(' → ')}</em>
        </label>
      ))}
    </div>
  );
}

function firstSentence(text: string): string {
  const end = text.search(/[。.:：](\s|$|.)/);
  return end === -1 ? text : text.slice(0, end);
}
