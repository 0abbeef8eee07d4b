import { newId } from '#platform/id.server.ts';
import type { ChainView } from '#chain/chain.contract.ts';
import type { WantedChange } from '#chain/decide-change.ts';
import type { Fields, Item } from '#chain/chain-items.ts';
import { coachSignals, type CoachSignal } from '#chain/coach.ts';
import { layered } from '#chain/inheritance.ts';
import { groupsOf, notedWanted } from '#chain/noted-people.ts';
import { sure, type Known } from '#sample/known.ts';
import type { MapPart } from '#sample/map-part.ts';
import { chance } from '#sample/relative.ts';
import type { Stage } from '#sample/stage.server.ts';
import type { StakeholderFields } from '#sample/stakeholder-fields.ts';
import type { Story } from '#sample/story.ts';

type Api = ReturnType<Stage['as']>;
type Map = { kind: 'deal' | 'account'; id: string };

/** Draws on a map what the story says, as one change. */
export async function playMap(api: Api, known: Known, map: Map, part: MapPart, because?: string): Promise<void> {
  const view = await read(api, map);
  const wanted = wantedOf(known, view, part);
  const ask = { id: map.id, basedOn: view.version, wanted, reason: because };
  if (wanted.length > 0) await (map.kind === 'deal' ? api.chain.changeDeal(ask) : api.chain.changeAccount(ask));
  for (const name of part.confirmed) {
    const seen = { id: map.id, personId: sure(known.contacts, name).id };
    await (map.kind === 'deal' ? api.chain.confirmDeal(seen) : api.chain.confirmAccount(seen));
  }
}

function read(api: Api, { kind, id }: Map): Promise<ChainView> {
  return kind === 'deal' ? api.chain.deal({ id }) : api.chain.account({ id });
}

function itemsOf({ account, deal }: ChainView) {
  return layered(byId(account), byId(deal));
}

function byId(items: readonly Item[]) {
  return new globalThis.Map(items.map((item) => [item.id, item]));
}

function wantedOf(known: Known, view: ChainView, part: MapPart): WantedChange[] {
  const items = itemsOf(view);
  const named = new globalThis.Map(
    [...items.values()].flatMap(({ id, fields }) => (typeof fields['name'] === 'string' ? [[fields['name'], id]] : [])),
  );
  const idOf = (name: string) =>
    named.get(name) ?? known.contacts.get(name)?.id ?? (known.users.get(name) || sure(named, name));
  const put = (item: Item['item'], id: string, fields: Fields, own: Fields): WantedChange =>
    items.has(id) ? { act: 'set', item, id, fields } : { act: 'add', item, id, fields: { ...own, ...fields } };
  const fresh = (name: string) => named.get(name) ?? named.set(name, newId()).get(name)!;
  const nodes = [
    ...Object.entries(part.vacant).map(([name, fields]) =>
      put('node', fresh(name), fields as Fields, { kind: 'vacant', name }),
    ),
    ...Object.entries(part.channels).map(([name, fields]) =>
      put('node', fresh(name), fields as Fields, { kind: 'channel', name }),
    ),
    ...Object.entries(part.ours).map(([name, fields]) =>
      put('node', sure(known.users, name), fields as Fields, { kind: 'ours' }),
    ),
    ...Object.entries(part.people).map(([name, fields]) =>
      put('node', sure(known.contacts, name).id, fields as Fields, { kind: 'person' }),
    ),
  ];
  const factions = Object.entries(part.factions).flatMap(([name, members]): WantedChange[] => {
    const there = named.has(name);
    const id = fresh(name);
    return [
      ...(there ? [] : [{ act: 'add' as const, item: 'faction' as const, id, fields: { name } }]),
      ...members.map((member): WantedChange => ({
        act: 'set',
        item: 'node',
        id: idOf(member),
        fields: { faction: id },
      })),
    ];
  });
  const lines = part.lines.map(([from, kind, to, strength]): WantedChange => {
    const degree: Fields = strength === undefined ? {} : { strength: Math.abs(strength) };
    const how: Fields = kind === 'influences' ? { sign: (strength ?? 1) < 0 ? -1 : 1, strength: 2, ...degree } : degree;
    return { act: 'add', item: 'edge', id: newId(), fields: { kind, from: idOf(from), to: idOf(to), ...how } };
  });
  return [...nodes, ...factions, ...lines];
}

type Meeting = { story: Story; dealId: string; at: string; people: { readonly [name: string]: StakeholderFields } };

/** People were met: they stand on the deal's map with what is known of them since. */
export async function playMeeting(api: Api, known: Known, { story, dealId, at, people }: Meeting): Promise<void> {
  const view = await read(api, { kind: 'deal', id: dealId });
  const met = new Set(view.deal.map(({ id }) => id));
  const placed = Object.entries(people).map(([name, fields]) => {
    const { id } = sure(known.contacts, name);
    const first = met.has(id) ? {} : story.cast[name];
    return { id, person: { name, ...first, ...fields } };
  });
  const groups = groupsOf(placed.map(({ person }) => person)).map(() => newId());
  const wanted = notedWanted(placed, itemsOf(view), groups);
  const reason = `与${Object.keys(people).join('、')}接触之后的判断`;
  await api.chain.changeDeal({ id: dealId, basedOn: view.version, wanted, reason });
  for (const { person } of placed) if (person.coach) known.coaches.push({ story, name: person.name });
  await playCoaches(api, known, dealId, story, at);
}

const occasions = ['下班后电话核对', '厂里碰头'] as const;

/** Whoever showed to be a coach did so by four signs on two occasions; they rest on what was heard by then. */
export async function playCoaches(api: Api, known: Known, dealId: string, story: Story, at: string): Promise<void> {
  const own = (name: string) => known.heard.get(`${story.deal} ${name}`) ?? known.heard.get(`${story.deal} `);
  const ready = known.coaches.filter((coach) => coach.story === story && own(coach.name));
  known.coaches = known.coaches.filter((coach) => !ready.includes(coach));
  for (const { name } of ready) {
    const all = Object.keys(coachSignals) as CoachSignal[];
    const from = chance(name + story.deal, all.length - 3);
    for (const [nth, signal] of all.slice(from, from + 4).entries()) {
      const personId = sure(known.contacts, name).id;
      const occasion = occasions[nth % 2];
      await api.chain.sign({
        id: dealId,
        personId,
        signal,
        on: at.slice(0, 10),
        occasion,
        evidence: { id: own(name)! },
      });
    }
  }
}
