import { useState } from 'react';
import { Button } from 'antd';
import type { Text } from '#shared/messages.ts';
import { gateMessages } from '#deals/gate/gate.messages.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import form from '#ui/form/TextField.module.css';
import styles from '#deals/gate/AcceptCheck.module.css';

/** A manager takes less than the rule asks, with a plan in writing. */
export function AcceptCheck({ check, text }: { check: string; text: Text }) {
  const m = useMessages(gateMessages);
  const lang = useLang();
  const { commands } = useDeal();
  const [plan, setPlan] = useState<string>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const accept = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await commands.accept({ check, plan: plan ?? '' });
      setPlan(undefined);
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };
  return (
    <div className={styles.accept}>
      <p className={styles.text}>
        {m.acceptHint(text[lang])}
        {plan === undefined && <Button onClick={() => setPlan('')}>{m.accept}</Button>}
      </p>
      {plan !== undefined && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            void accept();
          }}
        >
          <textarea
            className={form.field}
            required
            rows={2}
            maxLength={2000}
            aria-label={m.acceptPlan}
            placeholder={m.acceptPlanHint}
            value={plan}
            onChange={({ target }) => setPlan(target.value)}
          />
          <RefusalAlert error={error} issues />
          <span>
            <Button type="primary" htmlType="submit" loading={busy}>
              {m.acceptConfirm}
            </Button>{' '}
            <Button onClick={() => setPlan(undefined)}>{m.cancel}</Button>
          </span>
        </form>
      )}
    </div>
  );
}
