import { Button } from 'antd';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import type { PersonNode } from '#chain/chain-map.ts';
import { unknownWords } from '#chain/item-words.ts';
import { Attribute } from '#chain/page/Attribute.tsx';
import { useChain } from '#chain/page/chain-context.tsx';
import { HeldChange } from '#chain/page/HeldChange.tsx';
import { personMessages } from '#chain/page/person.messages.ts';
import { useChainChange } from '#chain/page/useChainChange.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#chain/page/Attribute.module.css';
import form from '#ui/form/TextField.module.css';
import chips from '#ui/Chips.module.css';

/** The group that somebody stands with; a new one is named here. */
export function FactionAttribute({ node }: { node: PersonNode }) {
  const m = useMessages(personMessages);
  const lang = useLang();
  const { scene } = useChain();
  const { send, held, busy, drop } = useChainChange();
  const [name, setName] = useState<string>();
  const choices = [...scene.map.factions.map((one) => ({ id: one.id, name: one.name })), { id: 'none', name: m.alone }];
  const found = async () => {
    if (!name?.trim()) return;
    const id = newId();
    const done = await send(
      [
        { act: 'add', item: 'faction', id, fields: { name: name.trim() } },
        { act: 'set', item: 'node', id: node.id, fields: { faction: id } },
      ],
      m.factionMade(name.trim()),
    );
    if (done) setName(undefined);
  };
  return (
    <Attribute<string> node={node} field="faction">
      {({ value, put, readOnly }) => (
        <>
          <div className={chips.chips}>
            {choices.map((one) => (
              <button
                key={one.id}
                type="button"
                className={chips.chip}
                aria-pressed={one.id === value}
                disabled={readOnly}
                onClick={() => put(one.id === value ? undefined : one.id)}
              >
                {one.name}
              </button>
            ))}
            <button
              type="button"
              className={chips.chip}
              data-unknown
              aria-pressed={value === null}
              disabled={readOnly}
              onClick={() => put(value === null ? undefined : null)}
            >
              {unknownWords[lang]}
            </button>
            {!readOnly && name === undefined && (
              <button type="button" className={styles.link} onClick={() => setName('')}>
                {m.newFaction}
              </button>
            )}
          </div>
          {name !== undefined && (
            <div className={styles.add}>
              <input
                className={form.field}
                aria-label={m.newFaction}
                placeholder={m.factionHint}
                maxLength={200}
                value={name}
                onChange={({ target }) => setName(target.value)}
                onKeyDown={({ key }) => key === 'Enter' && void found()}
              />
              <div className={styles.save}>
                <Button type="primary" size="small" disabled={!name.trim()} loading={busy} onClick={() => void found()}>
                  {m.add}
                </Button>
                <Button type="text" size="small" onClick={() => setName(undefined)}>
                  {m.cancel}
                </Button>
              </div>
            </div>
          )}
          {held && <HeldChange held={held} busy={busy} person={node} onSend={send} onDrop={drop} />}
        </>
      )}
    </Attribute>
  );
}
