import { can } from '#permissions/actor.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { decide, Refused } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { contactsNamed } from '#people/new-contacts-store.server.ts';
import { refuse, type Refusal } from '#shared/refusal.ts';
import { believedOf, notedOf } from '#chain/believed-people.ts';
import type { ChainView } from '#chain/chain.contract.ts';
import { replay } from '#chain/chain-history.ts';
import { decideChange } from '#chain/decide-change.ts';
import { layered } from '#chain/inheritance.ts';
import { groupsOf, notedWanted } from '#chain/noted-people.ts';
import { heldSubject, keepChanges, notBefore } from '#chain/store/change-chain.server.ts';
import { namesOf } from '#chain/store/chain-maps-store.server.ts';
import { mapsOf, viewOf } from '#chain/store/chain-view.server.ts';

/** Puts the people of a deal who were noted by name before on its map; who is no contact becomes one. */
export async function putNotedOnMap(context: CommandContext, { id }: { id: string }): Promise<ChainView | Refusal> {
  const { tx, actor, now } = context;
  const subject = await heldSubject(context, 'deal', id);
  const maps = await mapsOf(tx, actor.tenantId, subject);
  const standing = [...maps.account, ...maps.deal].flatMap(({ item, id: node }) => (item === 'node' ? [node] : []));
  const names = await namesOf(tx, actor.tenantId, standing);
  const believed = believedOf(maps.account, maps.deal, { names, signs: [] });
  const noted = notedOf(subject.facts?.lists.stakeholders ?? [], believed);
  const unknown = noted.filter((person) => !person.id);
  if (unknown.length > 0 && !can(actor, 'contact.write'))
    throw new Refused(refuse('permission.missing', { permission: 'contact.write' }));
  if (unknown.length > 0 && !subject.accountId) return refuse('chain.noAccount');
  const made = subject.accountId ? await contactsNamed(context, subject.accountId, unknown) : new Map<string, string>();
  const placed = noted.flatMap((person) => {
    const contact = person.id ?? made.get(person.name);
    return contact ? [{ person, id: contact }] : [];
  });
  const [under, over] = [replay(maps.account).items, replay(maps.deal)];
  const groups = groupsOf(noted).map(() => newId());
  const wanted = notedWanted(placed, layered(under, over.items), groups);
  const ground = { at: notBefore(maps.deal, now), by: actor.userId };
  const base = { standing: over, under, names };
  const rows = decide(decideChange(base, wanted, over.version, ground));
  await keepChanges(context, subject, rows);
  return viewOf(tx, actor, subject);
}
