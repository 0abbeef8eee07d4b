import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ChainCanvas } from '#chain/canvas/ChainCanvas.tsx';
import type { Items } from '#chain/chain-items.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { HeldChange } from '#chain/page/HeldChange.tsx';
import { useChainChange } from '#chain/page/useChainChange.tsx';
import { users } from '#deals/deals.queries.tsx';
import { contactClient, contacts } from '#people/contacts.queries.tsx';
import { useMessages } from '#ui/lang.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { useCan } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';

const nothing: Items = new Map();

/** The chain as a map; what stands in the way of a change is told above it. */
export function MapView() {
  const failures = useMessages(failureMessages);
  const can = useCan();
  const queries = useQueryClient();
  const { subject, scene, title, commands, steps, readOnly, accountId, openPerson } = useChain();
  const { send, held, busy, drop } = useChainChange();
  const known = useQuery({
    ...contacts.list.queryOptions({ input: { accountId: accountId ?? undefined, limit: 200, sort: 'name' } }),
    enabled: !readOnly && accountId !== null && can('contact.read'),
  });
  const colleagues = useQuery({
    ...users.list.queryOptions({ input: { limit: 200 } }),
    enabled: !readOnly && can('team.read'),
  });
  const isDeal = subject.kind === 'deal';
  const make = async (contact: { name: string; title?: string }) => {
    try {
      const { id } = await contactClient.create({ ...contact, accountId });
      await queries.invalidateQueries({ queryKey: contacts.key() });
      return id;
    } catch (error) {
      toast(wordsOf(error, failures), { tone: 'bad' });
      return null;
    }
  };
  return (
    <>
      {held && <HeldChange held={held} busy={busy} onSend={send} onDrop={drop} />}
      <ChainCanvas
        level={subject.kind}
        account={isDeal ? scene.under : scene.own}
        deal={isDeal ? scene.own : nothing}
        names={scene.names}
        seesBeliefs={scene.data.seesBeliefs}
        title={title}
        places={scene.data.places}
        canEdit={!readOnly}
        steps={{ ...steps, act: (wanted) => send(wanted, undefined) }}
        onPlaces={(places, rest) =>
          void commands
            .place([...places], [...rest])
            .catch((error: unknown) => toast(wordsOf(error, failures), { tone: 'bad' }))
        }
        onOpen={openPerson}
        contacts={known.data?.rows ?? []}
        colleagues={colleagues.data?.rows ?? []}
        {...(can('contact.write') && { onNewContact: make })}
      />
    </>
  );
}
