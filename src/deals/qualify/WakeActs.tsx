import { DownOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { dealClient, deals, qualifyClient } from '#deals/deals.queries.tsx';
import { qualifyMessages } from '#deals/qualify/qualify.messages.ts';
import { wakeDays } from '#deals/qualify/wake-days.ts';
import { dayWords } from '#ui/day-words.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { MenuButton } from '#ui/MenuButton.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { useToday } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#deals/qualify/Qualify.module.css';

type Props = { deal: { id: string; version: number; name: string } };

/** The day to look again has come: two taps wake the deal, or let it rest on. */
export function WakeActs({ deal: { id, version, name } }: Props) {
  const m = useMessages(qualifyMessages);
  const failures = useMessages(failureMessages);
  const lang = useLang();
  const today = useToday();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const change = async (send: () => Promise<unknown>, told: string) => {
    setBusy(true);
    try {
      await send();
      toast(told);
    } catch (error) {
      toast(wordsOf(error, failures), { tone: 'bad' });
    }
    await Promise.all([deals.key(), ['today']].map((queryKey) => queries.invalidateQueries({ queryKey })));
    setBusy(false);
  };
  const reasons = Object.values(m.wakeReasons).map((reason) => ({
    key: reason,
    label: reason,
    run: () => void change(() => dealClient.reopen({ id, version, reason }), m.woken),
  }));
  const days = wakeDays(today).map(({ key, day }) => ({
    key,
    label: (
      <span className={styles.later}>
        {m.laters[key]} <small>{dayWords(day, today, lang)}</small>
      </span>
    ),
    run: () =>
      void change(
        () => qualifyClient.parkAgain({ id, version, revisitOn: day }),
        m.parkedOn(dayWords(day, today, lang)),
      ),
  }));
  return (
    <span className={styles.wake}>
      <MenuButton
        label={m.wakeFor(name)}
        align="start"
        className={styles.act}
        busy={busy}
        button={
          <>
            {m.wake} <DownOutlined aria-hidden="true" />
          </>
        }
        groups={[{ items: reasons }]}
      />
      <MenuButton
        label={m.parkOnFor(name)}
        align="start"
        className={styles.act}
        busy={busy}
        button={
          <>
            {m.parkOn} <DownOutlined aria-hidden="true" />
          </>
        }
        groups={[{ items: days }]}
      />
    </span>
  );
}
