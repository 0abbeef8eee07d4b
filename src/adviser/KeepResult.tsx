import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { AdviserAnswers } from '#method/adviser.ts';
import { adviserMessages } from '#adviser/adviser.messages.ts';
import { adviserClient, salesModes } from '#adviser/adviser.queries.tsx';
import styles from '#adviser/Adviser.module.css';
import type { Advised } from '#adviser/useAdvised.tsx';
import { findAccounts } from '#deals/DealFormFields.tsx';
import { RecordPicker, type Pickable } from '#deals/RecordPicker.tsx';
import { DayPicker } from '#ui/DayPicker.tsx';
import { useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan, useToday } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';

const NewDeal = onDemand(async () => (await import('#deals/NewDeal.tsx')).NewDeal);

type Props = { answers: AdviserAnswers; subject: Advised; playbookId: string | undefined };

/** Keeps the result with its source and day on the account and the deal, or opens a deal that is sold this way. */
export function KeepResult({ answers, subject, playbookId }: Props) {
  const m = useMessages(adviserMessages);
  const can = useCan();
  const today = useToday();
  const queries = useQueryClient();
  const [source, setSource] = useState('');
  const [observedOn, setObservedOn] = useState(today);
  const [chosen, setChosen] = useState<Pickable>();
  const [asked, setAsked] = useState(false);
  const [opening, setOpening] = useState(false);
  const [error, setError] = useState<unknown>();
  if (!can('deal.write')) return null;
  const account = subject.account ?? chosen;
  const keep = async (dealId?: string) => {
    await adviserClient.create({
      answers,
      source: source.trim(),
      observedOn,
      ...(dealId && { dealId }),
      ...(account && { accountId: account.id }),
    });
    await queries.invalidateQueries({ queryKey: salesModes.key() });
    toast(m.kept);
  };
  const ready = (then: () => void) => {
    setAsked(true);
    if (source.trim()) then();
  };
  const about = subject.deal ? m.forDeal(subject.deal.name) : account && m.forAccount(account.name);
  return (
    <SectionCard title={m.attach} note={about}>
      <div className={styles.keep}>
        {!subject.deal && !subject.account && (
          <RecordPicker
            name="accounts"
            label={m.chooseAccount}
            placeholder={m.chooseAccount}
            nothing={m.accountNone}
            value={chosen?.id ?? null}
            find={findAccounts}
            onChange={(_id, record) => setChosen(record)}
          />
        )}
        <label htmlFor="mode-source">{m.source}</label>
        <Input
          id="mode-source"
          maxLength={200}
          placeholder={m.sourceHint}
          value={source}
          status={asked && !source.trim() ? 'error' : undefined}
          onChange={({ target }) => setSource(target.value)}
        />
        {asked && !source.trim() && (
          <p role="alert" className={styles.wanting}>
            {m.needSource}
          </p>
        )}
        <label htmlFor="mode-day">{m.observedOn}</label>
        <DayPicker value={observedOn} max={today} onChange={(day) => setObservedOn(day ?? today)} />
        <RefusalAlert error={error} />
        <span className={styles.acts}>
          {!subject.deal && <Button onClick={() => ready(() => setOpening(true))}>{m.openDeal}</Button>}
          {(subject.deal || account) && (
            <Button type="primary" onClick={() => ready(() => void keep(subject.deal?.id).catch(setError))}>
              {m.keep}
            </Button>
          )}
        </span>
      </div>
      {opening && (
        <NewDeal
          account={account}
          playbookId={playbookId}
          onCreated={(deal) => keep(deal.id)}
          onClose={() => setOpening(false)}
        />
      )}
    </SectionCard>
  );
}
