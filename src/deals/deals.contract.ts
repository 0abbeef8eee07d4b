import { z } from 'zod';
import { FactSource } from '#method/fact-source.ts';
import { writtenRefusals } from '#compliance/written-text.ts';
import { Day, Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { MinorUnits } from '#shared/money.ts';
import { pick } from '#shared/refusal.ts';
import { documented } from '#platform/http/documented.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { ManyDone, manyOf } from '#platform/list/many.ts';
import { page, pageQuery } from '#platform/list/page.ts';
import { Deal, DealFields, DealLine, DealRow, dealClasses, dealGrades, dealStates, memberRoles } from '#deals/deal.ts';
import { BriefingView, EvidenceFields, EvidenceView, ExplanationView, GateView } from '#deals/deal-gate.ts';
import { dealRefusals } from '#deals/deal-refusals.ts';
import { lossReasons, parkReasons, winReasons } from '#deals/deal-words.ts';
import { changeOf } from '#shared/change.ts';
import { colleagueRefusals, handOverRefusals } from '#team/colleague.ts';

const reasonOf = <K extends string>(words: { readonly [key in K]: unknown }) =>
  z.enum(Object.keys(words) as [K, ...K[]]);
const note = z.string().trim().max(2000).optional();
const changed = pick(platformRefusals, 'record.changed');
const written = { ...changed, ...writtenRefusals };
const evidenceFaults = {
  ...pick(dealRefusals, 'evidence.checkUnknown', 'evidence.retractsUnknown', 'evidence.future'),
  ...writtenRefusals,
};
const factField = z.unknown().meta({ description: 'A field of the row, as the catalogue of facts types it' });
const Versioned = z.object({ id: Id, version: z.int() });

export const DealFilters = z.object({
  search: z.string().trim().max(100).optional(),
  accountId: Id.optional(),
  ownerId: Id.optional(),
  teamId: Id.optional(),
  playbookId: z.string().max(60).optional(),
  stageId: z.string().max(60).optional(),
  state: z.enum(dealStates).optional(),
  class: z.enum(dealClasses).optional(),
  grade: z.enum(dealGrades).optional(),
  tag: z.string().max(40).optional(),
  lint: z.string().max(60).optional().meta({ description: 'Only deals in which this lint rule fires' }),
  closeFrom: Day.optional(),
  closeTo: Day.optional(),
  custom: z.record(z.string().max(60), z.string().max(200)).optional(),
});
export type DealFilters = z.infer<typeof DealFilters>;

/** All that the deal page's first paint needs. */
export const DealPage = z.object({
  deal: Deal,
  seesBeliefs: z
    .boolean()
    .meta({ description: 'Without it, checks that rest on what is thought of people are unknown' }),
  accountName: z.string().nullable(),
  accountIndustry: z.string().nullable(),
  ownerName: z.string().nullable(),
  lines: z.array(DealLine.extend({ id: Id, productName: z.string(), productLine: z.string(), amount: MinorUnits })),
  members: z.array(z.object({ userId: Id, name: z.string(), role: z.enum(memberRoles) })),
  gate: GateView,
  /** ★ checks of every stage: how many are met today. */
  stages: z.array(z.object({ id: z.string(), met: z.int(), total: z.int() })),
  evidence: z.array(EvidenceView),
  /** What the class lead → opportunity → project still wants. */
  ripeness: z.object({ opportunity: ExplanationView, project: ExplanationView }),
  names: z.record(z.string(), z.string()).meta({ description: 'User id → name, for overrides and acceptances' }),
  may: z.object({
    write: z.boolean(),
    handOver: z.boolean(),
    advance: z.boolean(),
    override: z.boolean(),
    evidence: z.boolean(),
  }),
});
export type DealPage = z.infer<typeof DealPage>;

export const BoardColumn = z.object({
  stageId: z.string(),
  count: z.int(),
  amount: MinorUnits,
  medianDays: z.number().nullable(),
  cards: z.array(documented<DealRow>('DealRow', DealRow)),
  next: z.string().nullable(),
});

export const dealsContract = {
  list: query({
    path: '/deals',
    access: 'deal.read',
    summary: { zh: '商机列表', en: 'List deals' },
    input: DealFilters.extend(pageQuery(['closeOn', 'amount', 'updated', 'name'], 'closeOn')),
    output: page(documented<DealRow>('DealRow', DealRow)),
  }),
  board: query({
    path: '/deals/board',
    access: 'deal.read',
    summary: { zh: '商机看板', en: 'Deals as a board' },
    input: DealFilters.extend({ playbookId: z.string().max(60), cards: z.int().min(1).max(200).default(40) }),
    output: z.object({ columns: z.array(BoardColumn) }),
  }),
  show: query({
    path: '/deals/{id}',
    access: 'deal.read',
    summary: { zh: '商机详情', en: 'Show a deal' },
    input: z.object({ id: Id, at: Instant.optional().meta({ description: 'As it was at this moment' }) }),
    output: DealPage,
  }),
  briefing: query({
    path: '/deals/{id}/briefing',
    access: 'deal.read',
    summary: { zh: '今天该知道、该做什么', en: 'What to know and do today' },
    input: z.object({ id: Id }),
    output: BriefingView,
    refusals: pick(dealRefusals, 'deal.notOpen'),
  }),
  gate: query({
    path: '/deals/{id}/gates/{stageId}',
    access: 'deal.read',
    summary: { zh: '任一阶段的关卡', en: "Any stage's gate" },
    input: z.object({ id: Id, stageId: z.string().max(60) }),
    output: GateView,
    refusals: pick(dealRefusals, 'stage.unknown'),
  }),
  create: command({
    path: '/deals',
    access: 'deal.write',
    summary: { zh: '新建商机', en: 'Create a deal' },
    input: DealFields.extend({
      playbookId: z.string().max(60),
      ownerId: Id.optional(),
      lines: z.array(DealLine).max(200).default([]),
      facts: FactSource.optional(),
      evidence: z.array(EvidenceFields).max(20).default([]).meta({ description: 'What is known from the start' }),
    }),
    output: Deal,
    refusals: {
      ...pick(dealRefusals, 'playbook.unknown', 'account.unknown', 'product.unknown'),
      ...evidenceFaults,
      ...colleagueRefusals,
    },
  }),
  update: command({
    method: 'PATCH',
    path: '/deals/{id}',
    access: 'deal.write',
    summary: { zh: '修改商机', en: 'Change a deal' },
    input: changeOf(DealFields).extend(Versioned.shape),
    output: Deal,
    refusals: { ...written, ...pick(dealRefusals, 'account.unknown') },
  }),
  recordFacts: command({
    path: '/deals/{id}/facts',
    access: 'deal.write',
    summary: { zh: '记录项目情况', en: 'Record facts of the project' },
    input: Versioned.extend({
      values: z.record(z.string(), z.union([z.string().max(200), z.number(), z.boolean(), z.null()])).default({}),
      lists: z.record(z.string(), z.array(z.record(z.string(), factField)).max(200).nullable()).default({}),
    }).meta({ description: 'Fact ids of method/facts.ts; null takes a fact back' }),
    output: Deal,
    refusals: changed,
  }),
  setLines: command({
    method: 'PUT',
    path: '/deals/{id}/lines',
    access: 'deal.write',
    summary: { zh: '设置产品明细', en: 'Set the product lines' },
    input: Versioned.extend({ lines: z.array(DealLine).max(200) }),
    output: Deal,
    refusals: { ...changed, ...pick(dealRefusals, 'product.unknown') },
  }),
  setMembers: command({
    method: 'PUT',
    path: '/deals/{id}/members',
    access: 'deal.write',
    summary: { zh: '设置团队成员', en: 'Set the deal team' },
    input: Versioned.extend({ members: z.array(z.object({ userId: Id, role: z.enum(memberRoles) })).max(50) }),
    output: Deal,
    refusals: { ...changed, ...colleagueRefusals },
  }),
  assign: command({
    path: '/deals/{id}/owner',
    access: 'deal.write',
    summary: { zh: '变更负责人', en: 'Change the owner' },
    input: Versioned.extend({ ownerId: Id }),
    output: Deal,
    refusals: { ...changed, ...handOverRefusals },
  }),
  assignMany: command({
    path: '/deals/owner',
    access: 'deal.write',
    summary: { zh: '把选中的商机交给同事', en: 'Hand chosen deals over' },
    input: manyOf({ ownerId: Id }),
    output: ManyDone,
    refusals: colleagueRefusals,
  }),
  tagMany: command({
    path: '/deals/tags',
    access: 'deal.write',
    summary: { zh: '设置选中商机的标签', en: 'Set the tags of chosen deals' },
    input: manyOf({ tags: DealFields.shape.tags.unwrap() }),
    output: ManyDone,
    refusals: writtenRefusals,
  }),
  addEvidence: command({
    path: '/deals/{id}/evidence',
    access: 'evidence.write',
    summary: { zh: '添加证据', en: 'Add evidence' },
    input: EvidenceFields.extend({ id: Id }),
    output: EvidenceView,
    refusals: evidenceFaults,
  }),
  retractEvidence: command({
    path: '/deals/{id}/evidence/{evidenceId}/retraction',
    access: 'evidence.write',
    summary: { zh: '撤回证据', en: 'Retract evidence' },
    input: z.object({ id: Id, evidenceId: Id, reason: z.string().trim().min(1).max(2000) }),
    output: EvidenceView,
    refusals: { ...pick(dealRefusals, 'evidence.retractsUnknown'), ...writtenRefusals },
  }),
  advance: command({
    path: '/deals/{id}/advance',
    access: 'deal.advance',
    summary: { zh: '推进到下一阶段', en: 'Advance through the gate' },
    input: Versioned.extend({
      override: z.object({ reason: z.string().max(2000) }).optional(),
      won: z.object({ reason: reasonOf(winReasons), note }).optional(),
    }),
    output: Deal,
    refusals: {
      ...written,
      ...pick(
        dealRefusals,
        'gate.closed',
        'override.reasonRequired',
        'override.notAllowed',
        'deal.winReasonRequired',
        'deal.notOpen',
        'deal.finished',
        'stage.endless',
      ),
    },
  }),
  moveBack: command({
    path: '/deals/{id}/move-back',
    access: 'deal.advance',
    summary: { zh: '退回到较早阶段', en: 'Move back to an earlier stage' },
    input: Versioned.extend({ to: z.string().max(60), reason: z.string().max(2000) }),
    output: Deal,
    refusals: {
      ...written,
      ...pick(dealRefusals, 'stage.unknown', 'stage.notEarlier', 'retreat.reasonRequired', 'deal.notOpen'),
    },
  }),
  accept: command({
    path: '/deals/{id}/acceptances',
    access: 'deal.override',
    summary: { zh: '按较低标准接受检查项', en: 'Accept a check with less than its rule asks' },
    input: Versioned.extend({ check: z.string().max(60), plan: z.string().trim().min(1).max(2000) }),
    output: Deal,
    refusals: { ...written, ...pick(dealRefusals, 'acceptance.notOffered', 'deal.notOpen') },
  }),
  park: command({
    path: '/deals/{id}/park',
    access: 'deal.write',
    summary: { zh: '转为维持联系', en: 'Park: keep contact' },
    input: Versioned.extend({ reason: reasonOf(parkReasons), note, revisitOn: Day }),
    output: Deal,
    refusals: { ...written, ...pick(dealRefusals, 'deal.notOpen', 'parking.revisitNotAhead') },
  }),
  lose: command({
    path: '/deals/{id}/lose',
    access: 'deal.write',
    summary: { zh: '标记输单', en: 'Mark as lost' },
    input: Versioned.extend({
      reason: reasonOf(lossReasons),
      note,
      winner: z.string().trim().max(200).optional(),
      priceGap: MinorUnits.optional(),
    }),
    output: Deal,
    refusals: { ...written, ...pick(dealRefusals, 'deal.notOpen') },
  }),
  reopen: command({
    path: '/deals/{id}/reopen',
    access: 'deal.write',
    summary: { zh: '重新打开', en: 'Reopen' },
    input: Versioned.extend({ reason: z.string().trim().min(1).max(2000) }),
    output: Deal,
    refusals: { ...written, ...pick(dealRefusals, 'deal.notClosed') },
  }),
};
