import { EditOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { roleWords } from '#information/ask-words.ts';
import { HistoryList } from '#information/HistoryList.tsx';
import { useInformation } from '#information/information-context.tsx';
import type { InformationFact } from '#information/information-fact.ts';
import { informationMessages } from '#information/information.messages.ts';
import type { Told } from '#information/information.ts';
import { valueWords } from '#information/information-words.ts';
import type { Value } from '#information/information-value.ts';
import { SourceText } from '#information/SourceText.tsx';
import { TellPad } from '#information/TellPad.tsx';
import { WhoTells } from '#information/WhoTells.tsx';
import { spoken, useLang, useMessages } from '#ui/lang.tsx';
import { failureMessages, isRefused, wordsOf } from '#ui/refused.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#information/Information.module.css';

type Props = {
  fact: InformationFact;
  /** Of a fact that is kept elsewhere: its value there, and where to fill it in. */
  elsewhere?: { value: string | null; label: string; fillLabel: string; to: string };
};

/** One fact: known with its source, or a hole with what to ask and whom. */
export function FactItem({ fact, elsewhere }: Props) {
  const m = useMessages(informationMessages);
  const failures = useMessages(failureMessages);
  const lang = useLang();
  const { facts, couldTell, canEdit, commands } = useInformation();
  const [source, setSource] = useState<Told['source']>();
  const [history, setHistory] = useState(false);
  const name = fact.name[lang];
  const known = facts.get(fact.id);
  const value = elsewhere ? elsewhere.value : known?.value;
  const people = couldTell[fact.id] ?? [];
  const version = known?.version ?? 0;
  const close = () => setSource(undefined);
  const save = async (next: Value | null, told: Told) => {
    await commands.record({ item: fact.id, version, value: next, told });
    toast(next === null ? m.pad.keptVain(name) : m.pad.kept(name));
  };
  const remove = async () => {
    try {
      await commands.remove({ item: fact.id, version });
      close();
      toast(m.pad.removed(name));
    } catch (error) {
      toast(isRefused(error, 'record.changed') ? m.pad.changed : wordsOf(error, failures), { tone: 'bad' });
    }
  };
  const hole = value === null || value === undefined;
  return (
    <li className={styles.item} data-hole={hole || undefined}>
      <div className={styles.head}>
        <span className={styles.name}>{name}</span>
        {!hole && (
          <span className={styles.value} data-word={fact.type.kind === 'choice' || undefined}>
            {elsewhere ? elsewhere.value : valueWords(fact.type, value, lang)}
          </span>
        )}
        {hole && <span className={styles.question}>{fact.question[lang]}</span>}
        {canEdit && !elsewhere && (
          <button
            type="button"
            className={styles.act}
            aria-expanded={source !== undefined}
            aria-label={spoken(hole ? m.fill : m.confirm, name)}
            onClick={() => setSource(source ? undefined : { kind: 'observation' })}
          >
            {hole ? m.fill : <EditOutlined aria-hidden="true" />}
          </button>
        )}
        {canEdit && elsewhere && hole && (
          <Link className={styles.act} to={elsewhere.to}>
            {elsewhere.fillLabel}
          </Link>
        )}
      </div>
      {!hole && (
        <div className={styles.under}>
          {elsewhere ? <span className={styles.source}>{elsewhere.label}</span> : known && <SourceText told={known} />}
          {known && !elsewhere && (
            <button type="button" className={styles.quiet} aria-expanded={history} onClick={() => setHistory(!history)}>
              {m.history(version)}
            </button>
          )}
        </div>
      )}
      {hole && (
        <div className={styles.under}>
          {known?.state === 'unknown' && (
            <span className={styles.vain}>
              {m.askedInVain} <SourceText told={known} />
            </span>
          )}
          <WhoTells
            people={people}
            role={roleWords(fact.ask, lang)}
            onChoose={canEdit && !elsewhere ? (contactId) => setSource({ kind: 'contact', contactId }) : undefined}
          />
        </div>
      )}
      {history && <HistoryList item={fact.id} name={name} />}
      {source && (
        <TellPad
          key={source.contactId ?? source.kind}
          label={name}
          type={fact.type}
          known={known}
          people={people}
          source={source}
          save={save}
          onRemove={known ? () => void remove() : undefined}
          onClose={close}
        />
      )}
    </li>
  );
}
