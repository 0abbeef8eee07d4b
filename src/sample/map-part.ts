import { z } from 'zod';
import { keptNodes } from '#chain/chain-items.ts';
import { edgeKinds } from '#chain/chain-scales.ts';

const Text = z.string().min(1);
const EdgeKind = z.enum(Object.keys(edgeKinds) as [keyof typeof edgeKinds, ...(keyof typeof edgeKinds)[]]);

/** What a story says of a decision-chain map, by the names of people; what is there already is changed. */
export const MapPart = z.strictObject({
  people: z.record(Text, keptNodes.person.omit({ kind: true, faction: true })).default({}),
  vacant: z.record(Text, keptNodes.vacant.omit({ kind: true, name: true })).default({}),
  channels: z.record(Text, keptNodes.channel.omit({ kind: true, name: true })).default({}),
  ours: z.record(Text, keptNodes.ours.omit({ kind: true })).default({}),
  /** Name of the group → who stands with it. */
  factions: z.record(Text, z.array(Text)).default({}),
  /** Who was seen that day to be as the map says. */
  confirmed: z.array(Text).default([]),
  /** From, kind, to; of an influence the strength, below zero where it turns the other away. */
  lines: z.array(z.union([z.tuple([Text, EdgeKind, Text]), z.tuple([Text, EdgeKind, Text, z.int()])])).default([]),
});
export type MapPart = z.infer<typeof MapPart>;
