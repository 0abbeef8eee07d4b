import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useChain } from '#chain/page/chain-context.tsx';
import { chainPageMessages } from '#chain/page/chain-page.messages.ts';
import { contactClient, contacts } from '#people/contacts.queries.tsx';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { useCan } from '#ui/session.tsx';
import attribute from '#chain/page/Attribute.module.css';
import form from '#ui/form/TextField.module.css';
import chips from '#ui/Chips.module.css';
import styles from '#chain/page/PersonSheet.module.css';

type Contact = { id: string; name: string };
type Props = { busy: boolean; onPick: (contact: Contact) => void };

/** The account's contacts, a tap each, and a new one in place. */
export function AddContact({ busy, onPick }: Props) {
  const m = useMessages(chainPageMessages);
  const can = useCan();
  const queries = useQueryClient();
  const { scene, accountId } = useChain();
  const [text, setText] = useState('');
  const [elsewhere, setElsewhere] = useState(accountId === null);
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const [error, setError] = useState<unknown>();
  const [making, setMaking] = useState(false);
  const search = useDeferredValue(text.trim()) || undefined;
  const { data } = useQuery({
    ...contacts.list.queryOptions({
      input: { ...(elsewhere || !accountId ? {} : { accountId }), search, limit: 50, sort: 'name' },
      placeholderData: keepPreviousData,
    }),
    enabled: can('contact.read'),
  });
  const rows = (data?.rows ?? []).filter(({ id }) => !scene.nodes.has(id));
  const make = async () => {
    setMaking(true);
    setError(undefined);
    try {
      const fields = { name: name.trim(), title: title.trim() || null, accountId };
      const contact = await contactClient.create(fields);
      await queries.invalidateQueries({ queryKey: contacts.key() });
      onPick(contact);
    } catch (refused) {
      setError(refused);
    }
    setMaking(false);
  };
  return (
    <>
      <p className={styles.quiet}>{m.fromContacts}</p>
      <input
        type="search"
        className={form.field}
        aria-label={m.findContact}
        placeholder={m.findContact}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {accountId !== null && (
        <label className={styles.quiet}>
          <input type="checkbox" checked={elsewhere} onChange={({ target }) => setElsewhere(target.checked)} />{' '}
          {m.elsewhere}
        </label>
      )}
      <div className={chips.chips}>
        {rows.map((contact) => (
          <button key={contact.id} type="button" className={chips.chip} disabled={busy} onClick={() => onPick(contact)}>
            {[contact.name, contact.title, elsewhere && contact.accountName].filter(Boolean).join(' · ')}
          </button>
        ))}
        {data && rows.length === 0 && <span className={styles.quiet}>{m.noContacts}</span>}
      </div>
      {can('contact.write') && (
        <form
          className={attribute.add}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) void make();
          }}
        >
          <strong>{m.newContact}</strong>
          <input
            className={form.field}
            aria-label={m.personName}
            placeholder={m.personName}
            maxLength={100}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <input
            className={form.field}
            aria-label={m.personTitle}
            placeholder={m.personTitle}
            maxLength={100}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
          <RefusalAlert error={error} issues />
          <div className={attribute.save}>
            <Button type="primary" htmlType="submit" disabled={!name.trim()} loading={making || busy}>
              {m.createContact}
            </Button>
          </div>
        </form>
      )}
    </>
  );
}
