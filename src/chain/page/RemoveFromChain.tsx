import type { ChainNode } from '#chain/chain-map.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { HeldChange } from '#chain/page/HeldChange.tsx';
import { personMessages } from '#chain/page/person.messages.ts';
import { useChainChange } from '#chain/page/useChainChange.tsx';
import { useMessages } from '#ui/lang.tsx';
import styles from '#chain/page/PersonSheet.module.css';

/** Takes somebody off the map with their lines; whom the account's map knows only plays no part in this deal. */
export function RemoveFromChain({ node }: { node: ChainNode }) {
  const m = useMessages(personMessages);
  const { scene, readOnly, openPerson } = useChain();
  const { send, held, busy, drop } = useChainChange(() => openPerson(undefined));
  if (readOnly) return null;
  const isBelow = scene.under.has(node.id);
  const remove = () =>
    void send([{ act: 'remove', item: 'node', id: node.id }], isBelow ? m.leftOut(node.name) : m.removed(node.name));
  return (
    <>
      <button type="button" className={styles.remove} disabled={busy} onClick={remove}>
        {isBelow ? m.leaveOut : m.removeFromMap}
      </button>
      {held && <HeldChange held={held} busy={busy} person={node} onSend={send} onDrop={drop} />}
    </>
  );
}
