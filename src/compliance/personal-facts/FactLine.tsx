import { EllipsisOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { daysLeft } from '#compliance/personal-facts/decide-fact.ts';
import { classWords, keptKinds, purposeWords } from '#compliance/personal-facts/fact-kind.ts';
import { basisWords, type PersonalFact } from '#compliance/personal-facts/personal-fact.ts';
import type { PersonalFacts } from '#compliance/personal-facts/personal-facts.contract.ts';
import { personalFactMessages } from '#compliance/personal-facts/personal-facts.messages.ts';
import { personalFactClient, personalFacts } from '#compliance/personal-facts/personal-facts.queries.tsx';
import styles from '#compliance/personal-facts/PersonalFacts.module.css';
import { RevealForm } from '#compliance/personal-facts/RevealForm.tsx';
import { timeline } from '#timeline/Timeline.tsx';
import { DayText } from '#ui/DayText.tsx';
import { spoken, useLang, useMessages } from '#ui/lang.tsx';
import { MenuButton } from '#ui/MenuButton.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { useToday } from '#ui/session.tsx';
import { Tag } from '#ui/Tag.tsx';
import { toast } from '#ui/toast.tsx';

type Ending = 'withdraw' | 'remove';
const SOON = 30;

/** A fact with its class, ground, source and end; a sensitive one is seen for a reason, for as long as the page stays. */
export function FactLine({ fact, may }: { fact: PersonalFact; may: PersonalFacts['may'] }) {
  const m = useMessages(personalFactMessages);
  const lang = useLang();
  const left = daysLeft(fact.expiresOn, useToday());
  const [asking, setAsking] = useState(false);
  const [seen, setSeen] = useState<string>();
  const [ending, setEnding] = useState<Ending>();
  const kind = keptKinds[fact.kind][lang];
  const endings = [
    ...(fact.basis === 'consent' ? [{ key: 'withdraw', label: m.withdraw, run: () => setEnding('withdraw') }] : []),
    { key: 'remove', label: m.remove, danger: true, run: () => setEnding('remove') },
  ];
  return (
    <li className={styles.fact}>
      <div className={styles.line}>
        <span className={styles.kind}>
          {kind}
          {fact.class === 'sensitive' && <Tag tone="warn">{classWords.sensitive[lang]}</Tag>}
        </span>
        <span className={styles.value}>
          {fact.masked && seen === undefined ? (
            <span className={styles.masked} aria-label={m.masked}>
              ••••••
            </span>
          ) : (
            (seen ?? fact.value)
          )}
        </span>
        <span className={styles.acts}>
          {fact.masked && may.reveal && seen === undefined && !asking && (
            <Button size="small" onClick={() => setAsking(true)}>
              {m.reveal}
            </Button>
          )}
          {seen !== undefined && (
            <Button size="small" onClick={() => setSeen(undefined)}>
              {m.hide}
            </Button>
          )}
          {may.write && (
            <MenuButton label={spoken(kind, m.acts)} button={<EllipsisOutlined />} groups={[{ items: endings }]} />
          )}
        </span>
      </div>
      <p className={styles.ground}>
        <span>{spoken(m.ground.basis, basisWords[fact.basis][lang])}</span>
        <span>{spoken(m.ground.source, fact.source)}</span>
        <span>{spoken(m.ground.purpose, purposeWords[fact.purpose][lang])}</span>
        <span data-soon={left <= SOON || undefined}>
          {m.keptUntil} <DayText day={fact.expiresOn} />
        </span>
      </p>
      {fact.consent && (
        <p className={styles.ground}>
          <span>
            {spoken(m.ground.consent, '')}
            <DayText day={fact.consent.on} />
          </span>
          <span>{m.consent(fact.consent.how, fact.consent.scope)}</span>
        </p>
      )}
      {asking && (
        <RevealForm
          fact={fact}
          onSeen={(value) => {
            setSeen(value ?? undefined);
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
      {ending && <EndForm fact={fact} ending={ending} onClose={() => setEnding(undefined)} />}
    </li>
  );
}

/** Blanking cannot be undone: so it is asked twice. */
function EndForm({ fact, ending, onClose }: { fact: PersonalFact; ending: Ending; onClose: () => void }) {
  const m = useMessages(personalFactMessages);
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const end = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await personalFactClient[ending]({ id: fact.id, version: fact.version });
      toast(m.blanked);
      await Promise.all([
        queries.invalidateQueries({ queryKey: personalFacts.key() }),
        queries.invalidateQueries({ queryKey: timeline.key() }),
      ]);
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };
  return (
    <div className={styles.ask}>
      <p>{m.sure[ending]}</p>
      <RefusalAlert error={error} />
      <div className={styles.acts}>
        <Button size="small" danger loading={busy} onClick={() => void end()}>
          {m.blank}
        </Button>
        <Button size="small" onClick={onClose}>
          {m.cancel}
        </Button>
      </div>
    </div>
  );
}
