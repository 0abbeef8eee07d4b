import { Button } from 'antd';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import type { WantedChange } from '#chain/decide-change.ts';
import { AddContact } from '#chain/page/AddContact.tsx';
import { useChain } from '#chain/page/chain-context.tsx';
import { chainPageMessages } from '#chain/page/chain-page.messages.ts';
import { HeldChange } from '#chain/page/HeldChange.tsx';
import { useChainChange } from '#chain/page/useChainChange.tsx';
import { Chips } from '#ui/Chips.tsx';
import { Sheet } from '#deals/page/Sheet.tsx';
import { PersonPicker } from '#team/PersonPicker.tsx';
import { useMessages } from '#ui/lang.tsx';
import attribute from '#chain/page/Attribute.module.css';
import form from '#ui/form/TextField.module.css';
import styles from '#chain/page/PersonSheet.module.css';

const kinds = ['person', 'vacant', 'channel', 'ours'] as const;
type Kind = (typeof kinds)[number];
type Props = { onAdded: (id: string) => void; onClose: () => void };

/** Puts somebody on the map: one of the customer, a post nobody is known for, a channel, one of us. */
export function AddToChain({ onAdded, onClose }: Props) {
  const m = useMessages(chainPageMessages);
  const { scene } = useChain();
  const { send, held, busy, drop } = useChainChange();
  const [kind, setKind] = useState<Kind>('person');
  const [name, setName] = useState('');
  const [colleague, setColleague] = useState<string | null>(null);
  const put = async (id: string, called: string | undefined, fields: { [field: string]: string }) => {
    // Whom the account's map knows is taken back into this deal.
    const wanted: WantedChange = scene.under.has(id)
      ? { act: 'set', item: 'node', id, fields: {}, clear: ['leftOut'] }
      : { act: 'add', item: 'node', id, fields };
    if (await send([wanted], called ? m.added(called) : m.notedDone)) onAdded(id);
  };
  const named = (of: 'vacant' | 'channel') => void put(newId(), name.trim(), { kind: of, name: name.trim() });
  return (
    <Sheet title={m.addTitle} width={520} onClose={onClose}>
      <div className={styles.section}>
        <Chips<Kind>
          label={m.kindLabel}
          value={kind}
          chips={kinds.map((one) => ({ value: one, label: m.kinds[one] }))}
          onChoose={setKind}
        />
        {kind === 'person' && (
          <AddContact busy={busy} onPick={(contact) => void put(contact.id, contact.name, { kind: 'person' })} />
        )}
        {(kind === 'vacant' || kind === 'channel') && (
          <form
            className={attribute.add}
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim()) named(kind);
            }}
          >
            <input
              className={form.field}
              aria-label={kind === 'vacant' ? m.vacantName : m.channelName}
              placeholder={kind === 'vacant' ? m.vacantName : m.channelName}
              maxLength={200}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
            <div className={attribute.save}>
              <Button type="primary" htmlType="submit" disabled={!name.trim()} loading={busy}>
                {m.put}
              </Button>
            </div>
          </form>
        )}
        {kind === 'ours' && (
          <div className={attribute.add}>
            <PersonPicker placeholder={m.colleague} value={colleague} onChange={setColleague} />
            <div className={attribute.save}>
              <Button
                type="primary"
                disabled={!colleague || scene.nodes.has(colleague)}
                loading={busy}
                onClick={() => colleague && void put(colleague, undefined, { kind: 'ours' })}
              >
                {m.put}
              </Button>
            </div>
          </div>
        )}
        {held && <HeldChange held={held} busy={busy} onSend={send} onDrop={drop} />}
      </div>
    </Sheet>
  );
}
