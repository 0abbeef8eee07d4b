import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState, type FormEvent } from 'react';
import { keptKinds } from '#compliance/personal-facts/fact-kind.ts';
import type { PersonalFact } from '#compliance/personal-facts/personal-fact.ts';
import { personalFactMessages } from '#compliance/personal-facts/personal-facts.messages.ts';
import { personalFactClient, personalFacts } from '#compliance/personal-facts/personal-facts.queries.tsx';
import styles from '#compliance/personal-facts/PersonalFacts.module.css';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';

type Props = { fact: PersonalFact; onSeen: (value: string | null) => void; onClose: () => void };

/** Why somebody needs to see it; the look is logged before the value comes. */
export function RevealForm({ fact, onSeen, onClose }: Props) {
  const m = useMessages(personalFactMessages);
  const lang = useLang();
  const queries = useQueryClient();
  const field = useId();
  const [reason, setReason] = useState('');
  const [lacking, setLacking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const given = reason.trim();
    setLacking(given.length < 2);
    if (given.length < 2) return;
    setBusy(true);
    setError(undefined);
    try {
      const { value } = await personalFactClient.reveal({ id: fact.id, reason: given });
      void queries.invalidateQueries({ queryKey: personalFacts.looks.key() });
      onSeen(value);
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };
  return (
    <form className={styles.ask} onSubmit={(event) => void send(event)}>
      <label htmlFor={field}>{m.revealTitle(keptKinds[fact.kind][lang])}</label>
      <textarea
        id={field}
        rows={2}
        maxLength={300}
        placeholder={m.revealHint}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {lacking && (
        <p role="alert" className={styles.lacking}>
          {m.reasonNeeded}
        </p>
      )}
      <RefusalAlert error={error} issues />
      <div className={styles.acts}>
        <Button size="small" type="primary" htmlType="submit" loading={busy}>
          {m.see}
        </Button>
        <Button size="small" onClick={onClose}>
          {m.cancel}
        </Button>
      </div>
    </form>
  );
}
