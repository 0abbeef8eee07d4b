import { z } from 'zod';
import { command, query } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { writtenRefusals } from '#compliance/written-text.ts';
import { Id } from '#shared/id.ts';
import { Currency } from '#shared/money.ts';
import { pick } from '#shared/refusal.ts';
import { Percent, PersonKnown, RecordedFact, RecordedRow, Told } from '#information/information.ts';
import { informationRefusals } from '#information/information-refusals.ts';
import { AccountRowOf, DealRowOf } from '#information/information-row.ts';
import { Value } from '#information/information-value.ts';

const Named = z.object({ id: Id, name: z.string() });
const Askable = z.object({
  id: Id.nullable().meta({ description: 'null: known by name only' }),
  name: z.string(),
  title: z.string().nullable(),
});
export type Askable = z.infer<typeof Askable>;

const Known = z.object({
  facts: z.array(RecordedFact).meta({ description: 'What is known, and what was asked for in vain' }),
  rows: z.array(RecordedRow),
  people: z.array(PersonKnown).meta({ description: 'The customer’s people as far as the reader may know of them' }),
  couldTell: z
    .record(z.string(), z.array(Askable))
    .meta({ description: 'Item → who of the people known could tell it, the likeliest first' }),
  canEdit: z.boolean(),
});

/** All that is known of a customer, and whom to ask for the rest. */
export const AccountInformation = Known.extend({
  account: Named.extend({
    scale: z.string().nullable(),
    ownership: z.string().nullable(),
    address: z.string().nullable(),
    site: z.string().nullable(),
  }),
  completeness: z.object({
    current: Percent,
    organisation: Percent,
    people: Percent,
    competition: Percent,
    finance: Percent,
    overall: Percent,
  }),
  begun: z.boolean().meta({ description: 'Something is recorded: the facts of its deals follow from here' }),
  deals: z.array(Named).meta({ description: 'Open deals that the reader may see' }),
});
export type AccountInformation = z.infer<typeof AccountInformation>;

/** What is known of the project behind a deal. */
export const ProjectInformation = Known.extend({
  deal: Named.extend({ currency: Currency }),
  account: Named.nullable(),
  kept: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .meta({ description: 'Facts of the deal that count here, by the id of the fact; amounts in minor units' }),
  completeness: Percent,
});
export type ProjectInformation = z.infer<typeof ProjectInformation>;

const version = z.int().min(0).meta({ description: 'The version that was seen; 0: nothing was recorded yet' });
const changed = pick(platformRefusals, 'record.changed');
const kept = {
  ...changed,
  ...writtenRefusals,
  ...pick(informationRefusals, 'information.future', 'information.whoTold'),
};
const keptFact = { ...kept, ...pick(informationRefusals, 'information.unknownItem', 'information.keptElsewhere') };
const which = { item: z.string().max(60), rowId: Id.optional().meta({ description: 'Of a table: the row' }) };
const Fact = z.object({
  id: Id,
  item: which.item,
  version,
  value: Value.nullable().meta({ description: 'null: asked, and nobody could say' }),
  told: Told,
});
const Row = {
  id: Id,
  rowId: Id.optional().meta({ description: 'The row that it replaces; absent: a new one' }),
  version,
  told: Told,
};
const Removal = z.object({ id: Id, ...which, version: version.min(1) });
const Records = z.object({ records: z.array(z.union([RecordedRow, RecordedFact])) });

export const informationContract = {
  show: query({
    path: '/accounts/{id}/information',
    access: 'account.read',
    summary: { zh: '客户资料', en: 'Customer information of an account' },
    input: z.object({ id: Id }),
    output: AccountInformation,
  }),
  history: query({
    path: '/accounts/{id}/information/history',
    access: 'account.read',
    summary: { zh: '一项客户资料的变更记录', en: 'How an item of customer information changed, the newest first' },
    input: z.object({ id: Id, ...which }),
    output: Records,
  }),
  record: command({
    path: '/accounts/{id}/information',
    access: 'account.write',
    summary: { zh: '记录一项客户资料', en: 'Record a fact of an account' },
    input: Fact,
    output: AccountInformation,
    refusals: keptFact,
  }),
  recordRow: command({
    path: '/accounts/{id}/information/rows',
    access: 'account.write',
    summary: { zh: '记录一行装机或审批', en: 'Record a row of the installed base or the approval path' },
    input: z.object({ ...Row, content: AccountRowOf }),
    output: AccountInformation,
    refusals: kept,
  }),
  remove: command({
    path: '/accounts/{id}/information/removal',
    access: 'account.write',
    summary: { zh: '撤回一项客户资料', en: 'Take back a fact or a row' },
    input: Removal,
    output: AccountInformation,
    refusals: changed,
  }),
  showProject: query({
    path: '/deals/{id}/information',
    access: 'deal.read',
    summary: { zh: '商机的项目资料', en: 'Information on the project behind a deal' },
    input: z.object({ id: Id }),
    output: ProjectInformation,
  }),
  projectHistory: query({
    path: '/deals/{id}/information/history',
    access: 'deal.read',
    summary: { zh: '一项项目资料的变更记录', en: 'How an item of project information changed, the newest first' },
    input: z.object({ id: Id, ...which }),
    output: Records,
  }),
  recordProject: command({
    path: '/deals/{id}/information',
    access: 'deal.write',
    summary: { zh: '记录一项项目资料', en: 'Record a fact of the project behind a deal' },
    input: Fact,
    output: ProjectInformation,
    refusals: keptFact,
  }),
  recordProjectRow: command({
    path: '/deals/{id}/information/rows',
    access: 'deal.write',
    summary: { zh: '记录参与项目的一家厂商', en: 'Record somebody else in the project' },
    input: z.object({ ...Row, content: DealRowOf }),
    output: ProjectInformation,
    refusals: kept,
  }),
  removeProject: command({
    path: '/deals/{id}/information/removal',
    access: 'deal.write',
    summary: { zh: '撤回一项项目资料', en: 'Take back a fact or a row of the project' },
    input: Removal,
    output: ProjectInformation,
    refusals: changed,
  }),
};
