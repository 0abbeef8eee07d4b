import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { QuietContact } from '#compliance/quiet-contacts/quiet-contact.ts';
import { quietContactMessages } from '#compliance/quiet-contacts/quiet-contacts.messages.ts';
import { quietContactClient, quietContacts } from '#compliance/quiet-contacts/quiet-contacts.queries.tsx';
import styles from '#compliance/quiet-contacts/QuietContacts.module.css';
import { DayText } from '#ui/DayText.tsx';
import { ReasonForm } from '#ui/form/ReasonForm.tsx';
import { dayWords } from '#ui/day-words.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { useToday } from '#ui/session.tsx';
import { Tag } from '#ui/Tag.tsx';
import { toast } from '#ui/toast.tsx';

/** Somebody who is quiet: since when, and the three things that can become of her. */
export function QuietRow({ contact }: { contact: QuietContact }) {
  const m = useMessages(quietContactMessages);
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { id, name, title, accountId, accountName, ownerName, lastOn, dueOn, held, kept } = contact;
  return (
    <li className={styles.row} aria-label={name}>
      <div className={styles.who}>
        <p>
          <Link to={`/contacts/${id}`}>{name}</Link>
          {title && <span className={styles.soft}> {title}</span>}
          {held && <Tag tone="warn">{m.held}</Tag>}
        </p>
        <p className={styles.soft}>
          {accountId && <Link to={`/accounts/${accountId}`}>{accountName}</Link>}
          {ownerName && (
            <span>
              {m.owner} <PersonText name={ownerName} />
            </span>
          )}
        </p>
        {kept && (
          <p className={styles.soft}>
            <DayText day={kept.on} /> <span>{m.kept(kept.byName, kept.reason)}</span>
          </p>
        )}
      </div>
      <dl className={styles.days}>
        <div>
          <dt>{m.last}</dt>
          <dd>
            <DayText day={lastOn} />
          </dd>
        </div>
        <div>
          <dt>{m.due}</dt>
          <dd>
            <DayText day={dueOn} />
          </dd>
        </div>
      </dl>
      <div className={styles.acts}>
        <Button size="small" aria-expanded={asking} onClick={() => setAsking(!asking)}>
          {m.keep}
        </Button>
        <Button size="small" onClick={() => void navigate({ to: `/contacts/${id}/export` })}>
          {m.export}
        </Button>
        <Button
          size="small"
          danger
          onClick={() => void navigate({ to: `/contacts/${id}/erasure`, search: { ground: 'expired' } })}
        >
          {m.erase}
        </Button>
      </div>
      {asking && <KeepForm id={id} onClose={() => setAsking(false)} />}
    </li>
  );
}

function KeepForm({ id, onClose }: { id: string; onClose: () => void }) {
  const m = useMessages(quietContactMessages);
  const lang = useLang();
  const today = useToday();
  const queries = useQueryClient();
  const keep = async (reason: string) => {
    const { dueOn } = await quietContactClient.keep({ id, reason });
    if (dueOn) toast(m.keptTo(dayWords(dueOn, today, lang)));
    await queries.invalidateQueries({ queryKey: quietContacts.key() });
  };
  return (
    <div className={styles.ask}>
      <ReasonForm
        framed
        label={m.keepReason}
        hint={m.keepHint}
        most={300}
        acts={[{ label: m.keepSave, kind: 'primary', run: keep }]}
        onCancel={onClose}
      />
    </div>
  );
}
