import { z } from 'zod';
import { Day, Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { writtenRefusals } from '#compliance/written-text.ts';
import { dealRefusals } from '#deals/deal-refusals.ts';
import { EvidenceFields } from '#deals/deal-gate.ts';
import { ChainChange } from '#chain/chain-history.ts';
import { itemKinds, Value } from '#chain/chain-items.ts';
import { chainRefusals } from '#chain/chain-refusals.ts';
import { CoachSign } from '#chain/coach.ts';
import { WantedChange } from '#chain/decide-change.ts';
import { Telling } from '#chain/reliability.ts';

const Item = z.object({ item: z.enum(itemKinds), id: Id, fields: z.record(z.string(), Value) });
const Name = z.object({ id: Id, name: z.string(), title: z.string().nullish() });
export const Place = z.object({
  id: Id,
  x: z.number().min(-100_000).max(100_000),
  y: z.number().min(-100_000).max(100_000),
});
export type Place = z.infer<typeof Place>;

/** A decision-chain map with all that is drawn and reckoned from it; `inheritedMap` makes the map of `account` and `deal`. */
export const ChainView = z.object({
  version: z
    .int()
    .meta({ description: "Version of the map asked for: the deal's, or the account's; `basedOn` of a change" }),
  accountVersion: z.int(),
  account: z.array(Item),
  deal: z.array(Item).meta({ description: 'Laid over the account; of an account: none' }),
  names: z.array(Name).meta({ description: 'What contacts and colleagues on the map are called today' }),
  places: z.array(Place).meta({ description: "Kept by hand; a deal's own over those of its account" }),
  signs: z.array(CoachSign),
  tellings: z.array(Telling),
  confirmations: z.array(z.object({ personId: Id, on: Day })).meta({ description: 'The newest day of each person' }),
  noted: z
    .array(z.object({ name: z.string(), title: z.string().nullish() }))
    .meta({ description: 'People of the deal noted by name before, not on the map yet' }),
  seesBeliefs: z.boolean().meta({ description: 'false: beliefs, signs and tellings are left out' }),
  canEdit: z.boolean(),
});
export type ChainView = z.infer<typeof ChainView>;

/** The changes of the maps in order; without beliefs for whom they are not. */
export const ChainHistory = z.object({
  account: z.array(ChainChange),
  deal: z.array(ChainChange),
  names: z.array(Name).meta({ description: 'Of everybody who ever stood on it, and of who changed it' }),
  seesBeliefs: z.boolean(),
});
export type ChainHistory = z.infer<typeof ChainHistory>;

const asOf = z.object({ id: Id, at: Instant.optional().meta({ description: 'As it was believed at this moment' }) });
const Change = z.object({
  id: Id,
  basedOn: z.int().min(0).meta({ description: '`version` of the view that the person saw' }),
  wanted: z.array(WantedChange).min(1).max(1000),
  evidenceId: Id.optional().meta({ description: 'Evidence of the deal, or of a deal of the account' }),
  reason: z.string().trim().min(1).max(2000).optional(),
});
const Kept = z.object({
  id: Id,
  places: z.array(Place).max(1200),
  rest: z
    .array(Place)
    .max(1200)
    .optional()
    .meta({ description: 'Where all others stood: kept for those of whom the map keeps no place yet' }),
});
const Confirmed = z.object({ id: Id, personId: Id.meta({ description: 'Person of the map' }) });
const team = pick(chainRefusals, 'chain.notOnTeam');
const changing = {
  ...team,
  ...pick(chainRefusals, 'chain.changedMeanwhile', 'chain.versionAhead', 'chain.groundRequired', 'chain.invalid'),
  ...pick(chainRefusals, 'chain.personUnknown', 'chain.evidenceUnknown'),
  ...writtenRefusals,
};
const telling = { ...team, ...pick(chainRefusals, 'chain.notOnMap', 'chain.future'), ...writtenRefusals };

export const chainContract = {
  deal: query({
    path: '/deals/{id}/chain',
    access: 'deal.read',
    summary: { zh: '商机的决策链', en: "A deal's decision chain" },
    input: asOf,
    output: ChainView,
  }),
  account: query({
    path: '/accounts/{id}/chain',
    access: 'account.read',
    summary: { zh: '客户的决策链', en: "An account's decision chain" },
    input: asOf,
    output: ChainView,
  }),
  dealHistory: query({
    path: '/deals/{id}/chain/history',
    access: 'deal.read',
    summary: { zh: '商机决策链的历史', en: "History of a deal's decision chain" },
    input: z.object({ id: Id }),
    output: ChainHistory,
  }),
  accountHistory: query({
    path: '/accounts/{id}/chain/history',
    access: 'account.read',
    summary: { zh: '客户决策链的历史', en: "History of an account's decision chain" },
    input: z.object({ id: Id }),
    output: ChainHistory,
  }),
  changeDeal: command({
    path: '/deals/{id}/chain/changes',
    access: 'deal.write',
    summary: { zh: '修改商机的决策链', en: "Change a deal's decision chain" },
    input: Change,
    output: ChainView,
    refusals: changing,
  }),
  changeAccount: command({
    path: '/accounts/{id}/chain/changes',
    access: 'account.write',
    summary: { zh: '修改客户的决策链', en: "Change an account's decision chain" },
    input: Change,
    output: ChainView,
    refusals: changing,
  }),
  confirmDeal: command({
    path: '/deals/{id}/chain/confirmations',
    access: 'deal.write',
    summary: { zh: '核实商机决策链上的人没有变化', en: "Confirm a person of a deal's decision chain" },
    input: Confirmed,
    output: ChainView,
    refusals: { ...team, ...pick(chainRefusals, 'chain.notOnMap') },
  }),
  confirmAccount: command({
    path: '/accounts/{id}/chain/confirmations',
    access: 'account.write',
    summary: { zh: '核实客户决策链上的人没有变化', en: "Confirm a person of an account's decision chain" },
    input: Confirmed,
    output: ChainView,
    refusals: { ...team, ...pick(chainRefusals, 'chain.notOnMap') },
  }),
  placeDeal: command({
    method: 'PUT',
    path: '/deals/{id}/chain/places',
    access: 'deal.write',
    summary: { zh: '保存商机决策链图上的位置', en: "Keep places on a deal's map" },
    input: Kept,
    output: z.object({ places: z.array(Place) }),
    refusals: team,
  }),
  placeAccount: command({
    method: 'PUT',
    path: '/accounts/{id}/chain/places',
    access: 'account.write',
    summary: { zh: '保存客户决策链图上的位置', en: "Keep places on an account's map" },
    input: Kept,
    output: z.object({ places: z.array(Place) }),
    refusals: team,
  }),
  putNotedOnMap: command({
    path: '/deals/{id}/chain/noted',
    access: 'deal.write',
    summary: { zh: '把先前记下的人放到图上', en: 'Put those noted before on the map' },
    input: z.object({ id: Id }),
    output: ChainView,
    refusals: { ...team, ...writtenRefusals, ...pick(chainRefusals, 'chain.noAccount') },
  }),
  sign: command({
    path: '/deals/{id}/chain/signs',
    access: 'evidence.write',
    summary: { zh: '记录教练信号', en: 'Record a sign of a coach' },
    input: z.object({
      id: Id,
      ...CoachSign.omit({ evidenceId: true, beforeTurn: true }).shape,
      evidence: z
        .union([
          z.object({ id: Id }).meta({ description: 'Evidence of the deal' }),
          EvidenceFields.pick({ check: true, strength: true, statement: true }),
        ])
        .meta({ description: 'Evidence that is there already, or new evidence, of which the person is the source' }),
    }),
    output: ChainView,
    refusals: {
      ...telling,
      ...pick(chainRefusals, 'chain.evidenceUnknown'),
      ...pick(dealRefusals, 'evidence.checkUnknown'),
    },
  }),
  tell: command({
    path: '/deals/{id}/chain/tellings',
    access: 'evidence.write',
    summary: { zh: '记下对方告诉我们的情况', en: 'Record what somebody told us' },
    input: z.object({ id: Id, ...Telling.pick({ personId: true, on: true, statement: true }).shape }),
    output: ChainView,
    refusals: telling,
  }),
  settle: command({
    method: 'PATCH',
    path: '/deals/{id}/chain/tellings/{tellingId}',
    access: 'evidence.write',
    summary: { zh: '记下所说的情况是否属实', en: 'Record whether what was told proved true' },
    input: z.object({ id: Id, tellingId: Id, ...Telling.pick({ outcome: true, settledOn: true }).shape }),
    output: ChainView,
    refusals: { ...team, ...pick(chainRefusals, 'chain.future') },
  }),
};
