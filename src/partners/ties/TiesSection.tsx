import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Partner } from '#partners/partner.ts';
import { partners, tieClient, ties } from '#partners/partners.queries.tsx';
import { tieKindWords, tieStrengthWords, type PartnerPerson, type PartnerTie } from '#partners/ties/partner-tie.ts';
import { PersonForm, TieForm } from '#partners/ties/TieForm.tsx';
import { tieMessages } from '#partners/ties/ties.messages.ts';
import styles from '#partners/Partners.module.css';
import { useLang, useMessages } from '#ui/lang.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan, useSession } from '#ui/session.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import { Tag } from '#ui/Tag.tsx';
import { TelLink } from '#ui/TelLink.tsx';
import { toast } from '#ui/toast.tsx';

/** Whom a partner knows at customers, which rivals it sells for, and its own people. */
export function TiesSection({ partner }: { partner: Partner }) {
  const m = useMessages(tieMessages);
  const can = useCan()('partner.write');
  const me = useSession().user.id;
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(ties.ofPartner.queryOptions({ input: { id: partner.id } }));
  const [adding, setAdding] = useState<'tie' | 'person'>();
  const [failed, setFailed] = useState<unknown>();
  const { id } = partner;
  const remove = async (act: () => Promise<unknown>) => {
    setFailed(undefined);
    try {
      await act();
      toast(m.removed);
      await Promise.all([ties.key(), partners.key()].map((queryKey) => queries.invalidateQueries({ queryKey })));
    } catch (refused) {
      setFailed(refused);
    }
  };
  const add = (what: 'tie' | 'person', label: string) =>
    can && (
      <Button type="text" icon={<PlusOutlined />} onClick={() => setAdding(what)}>
        {label}
      </Button>
    );
  if (!data) return error ? <RefusalAlert error={error} onRetry={() => void refetch()} /> : <SkeletonLines lines={3} />;
  return (
    <>
      <RefusalAlert error={failed} />
      <SectionCard title={m.ties} note={data.ties.length || undefined} acts={add('tie', m.addTie)}>
        {data.ties.length === 0 && data.hidden === 0 && <p className={styles.quiet}>{m.noTies}</p>}
        <ul className={styles.rows}>
          {data.ties.map((tie) => (
            <li key={tie.id} className={styles.row}>
              <TieText tie={tie} />
              {can && (partner.mine || tie.createdById === me) && (
                <Remove
                  label={m.remove(nameOf(tie))}
                  run={() => remove(() => tieClient.removeTie({ id, tieId: tie.id }))}
                />
              )}
            </li>
          ))}
        </ul>
        {data.hidden > 0 && <p className={styles.quiet}>{m.hidden(data.hidden)}</p>}
      </SectionCard>
      <SectionCard title={m.people} note={data.people.length || undefined} acts={add('person', m.addPerson)}>
        {data.people.length === 0 && <p className={styles.quiet}>{m.noPeople}</p>}
        <ul className={styles.rows}>
          {data.people.map((person) => (
            <li key={person.id} className={styles.row}>
              <PersonLine person={person} />
              {can && partner.mine && (
                <Remove
                  label={m.remove(person.name)}
                  run={() => remove(() => tieClient.removePerson({ id, personId: person.id }))}
                />
              )}
            </li>
          ))}
        </ul>
      </SectionCard>
      {adding === 'tie' && <TieForm partnerId={id} onClose={() => setAdding(undefined)} />}
      {adding === 'person' && <PersonForm partnerId={id} onClose={() => setAdding(undefined)} />}
    </>
  );
}

const nameOf = (tie: PartnerTie) => tie.contactName ?? tie.rival ?? tie.accountName ?? '';

/** A tie: its other end, how, and where we know it from. @param by also whose tie it is, on the page of an account */
export function TieText({ tie, by }: { tie: PartnerTie; by?: boolean }) {
  const m = useMessages(tieMessages);
  const lang = useLang();
  const end = tie.contactId ? (
    <Link to={`/contacts/${tie.contactId}`}>{[tie.contactName, tie.contactTitle].filter(Boolean).join(' · ')}</Link>
  ) : tie.target === 'account' && tie.accountId ? (
    <Link to={`/accounts/${tie.accountId}`}>{tie.accountName}</Link>
  ) : (
    <span>{tie.rival}</span>
  );
  return (
    <>
      <div className={styles.main}>
        {by ? <Link to={`/partners/${tie.partnerId}`}>{tie.partnerName}</Link> : end}
        <span className={styles.sub}>
          {by && tie.target === 'contact' && end}
          {!by && tie.target === 'contact' && tie.accountName && <span>{tie.accountName}</span>}
          <span>{m.from(tie.source, tie.createdByName)}</span>
          {tie.note && <span>{tie.note}</span>}
        </span>
      </div>
      {tie.kind === 'relative' && <Tag tone="bad">{m.declare}</Tag>}
      <Tag tone={tie.target === 'rival' ? 'warn' : 'calm'}>{tieKindWords[tie.kind][lang]}</Tag>
      <span className={styles.soft}>{tieStrengthWords[tie.strength as 1 | 2 | 3][lang]}</span>
    </>
  );
}

function PersonLine({ person }: { person: PartnerPerson }) {
  return (
    <>
      <div className={styles.main}>
        {person.contactId ? (
          <Link to={`/contacts/${person.contactId}`}>
            <PersonText name={person.name} note={person.title} />
          </Link>
        ) : (
          <PersonText name={person.name} note={person.title} />
        )}
      </div>
      {person.phone && <TelLink number={person.phone} />}
    </>
  );
}

function Remove({ label, run }: { label: string; run: () => Promise<void> }) {
  return (
    <Button
      type="text"
      size="small"
      icon={<DeleteOutlined />}
      aria-label={label}
      title={label}
      onClick={() => void run()}
    />
  );
}
