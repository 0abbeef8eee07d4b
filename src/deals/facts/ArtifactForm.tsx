import { useState } from 'react';
import { type ArtifactKind, lists } from '#method/fact-lists.ts';
import { factMessages } from '#deals/facts/facts.messages.ts';
import styles from '#deals/facts/FactInput.module.css';
import { useDeal } from '#deals/page/deal-context.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';

/** Says that the deal owns a document of this kind, and where it is. */
export function ArtifactForm({ kind, onDone }: { kind: ArtifactKind; onDone: () => void }) {
  const m = useMessages(factMessages);
  const lang = useLang();
  const { commands } = useDeal();
  const [name, setName] = useState('');
  const [error, setError] = useState<unknown>();
  const kindName = lists.artifacts.fields.kind.words[kind][lang];
  const keep = async () => {
    const added = { kind, name: name.trim() || kindName };
    try {
      await commands.recordFacts(({ lists: now }) => ({ lists: { artifacts: [...(now.artifacts ?? []), added] } }));
      onDone();
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <form
      className={styles.typed}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <input
        className={styles.input}
        aria-label={m.artifactName}
        placeholder={m.artifactNameHint}
        maxLength={200}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <button type="submit" className={styles.keep}>
        {m.save}
      </button>
      <button type="button" className={styles.quiet} onClick={onDone}>
        {m.cancel}
      </button>
      <RefusalAlert error={error} issues />
    </form>
  );
}
