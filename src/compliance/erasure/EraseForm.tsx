import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { grounds, groundWords, type ErasurePreview, type Ground } from '#compliance/erasure/erasure.ts';
import { personRightsMessages } from '#compliance/erasure/person-rights.messages.ts';
import { personRights, personRightsClient } from '#compliance/erasure/person-rights.queries.tsx';
import styles from '#compliance/erasure/Erasure.module.css';
import form from '#ui/form/TextField.module.css';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { toast } from '#ui/toast.tsx';

type Props = { preview: ErasurePreview; onRefused: (error: unknown) => void };

/** The act cannot be undone: the name is typed. */
export function EraseForm({ preview, onRefused }: Props) {
  const { erase: m } = useMessages(personRightsMessages);
  const lang = useLang();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const field = useId();
  const { ground: asked }: { ground?: unknown } = useSearch({ strict: false });
  const [ground, setGround] = useState<Ground>(() => grounds.find((one) => one === asked) ?? 'request');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const { id, name, version } = preview.contact;
  const erase = async () => {
    setWrong(typed.trim() !== name);
    if (typed.trim() !== name) return;
    setBusy(true);
    setError(undefined);
    onRefused(undefined);
    try {
      await personRightsClient.erase({ id, version, ground });
      toast(m.done);
      // Who came from those that are due for review goes on with the next.
      await navigate({ to: asked === 'expired' ? '/settings/quiet-contacts' : '/contacts' });
      // What is left in the browser of her goes as well.
      queries.clear();
    } catch (refused) {
      setError(refused);
      onRefused(refused);
      setBusy(false);
      // A colleague may have set a hold, or written more of her, since this page was opened.
      await queries.invalidateQueries({ queryKey: personRights.key() });
    }
  };
  return (
    <SectionCard title={m.menu}>
      <div className={styles.form}>
        <span>{m.ground}</span>
        <Select<Ground>
          aria-label={m.ground}
          value={ground}
          onChange={setGround}
          options={grounds.map((value) => ({ value, label: groundWords[value][lang] }))}
        />
        <label htmlFor={field}>{m.confirm(name)}</label>
        <input
          id={field}
          className={form.field}
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        {wrong && (
          <p role="alert" className={styles.lacking}>
            {m.confirmNeeded}
          </p>
        )}
        <RefusalAlert error={error} issues />
        <div>
          <Button danger type="primary" loading={busy} onClick={() => void erase()}>
            {m.act}
          </Button>
        </div>
      </div>
    </SectionCard>
  );
}
