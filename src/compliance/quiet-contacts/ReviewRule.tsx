import { useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import type { PrivacyPolicyView } from '#compliance/personal-facts/personal-facts.contract.ts';
import { personalFactClient, personalFacts } from '#compliance/personal-facts/personal-facts.queries.tsx';
import { reviewChoices } from '#compliance/quiet-contacts/quiet-contact.ts';
import { quietContactMessages } from '#compliance/quiet-contacts/quiet-contacts.messages.ts';
import { quietContacts } from '#compliance/quiet-contacts/quiet-contacts.queries.tsx';
import styles from '#compliance/quiet-contacts/QuietContacts.module.css';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';

/** How long somebody may be quiet before she is listed. */
export function ReviewRule({ view }: { view: PrivacyPolicyView }) {
  const m = useMessages(quietContactMessages);
  const queries = useQueryClient();
  const write = useCan()('company.write');
  const field = useId();
  const now = view.policy.reviewAfterDays;
  const [days, setDays] = useState(now ?? 0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const offered = reviewChoices.map((choice) => ({ value: choice.days as number, label: m.months(choice.months) }));
  // Set by the API to something else.
  const other = now !== null && offered.every(({ value }) => value !== now) ? [{ value: now, label: m.days(now) }] : [];
  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const policy = { ...view.policy, reviewAfterDays: days || null };
      await personalFactClient.changePolicy({ version: view.version, policy });
      toast(m.saved);
      await Promise.all([
        queries.invalidateQueries({ queryKey: personalFacts.key() }),
        queries.invalidateQueries({ queryKey: quietContacts.key() }),
      ]);
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };
  return (
    <SectionCard title={m.setting}>
      <div className={styles.rule}>
        <label htmlFor={field}>{m.after}</label>
        <Select<number>
          id={field}
          value={days}
          disabled={!write}
          onChange={setDays}
          options={[{ value: 0, label: m.never }, ...offered, ...other]}
        />
        {write && (
          <Button type="primary" disabled={days === (now ?? 0)} loading={busy} onClick={() => void save()}>
            {m.save}
          </Button>
        )}
      </div>
      <p className={styles.soft}>{m.rule}</p>
      {!write && <p className={styles.soft}>{m.readOnly}</p>}
      <RefusalAlert error={error} issues />
    </SectionCard>
  );
}
