import { z } from 'zod';
import { writtenRefusals } from '#compliance/written-text.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { page } from '#platform/list/page.ts';
import {
  Candidate,
  pointKinds,
  ReviewAct,
  ReviewComment,
  ReviewItem,
  ReviewPage,
  ReviewPoint,
} from '#reviews/review-page.ts';
import { reviewRefusals } from '#reviews/review-refusals.ts';
import { Review, ReviewAbout, ReviewFields, ReviewRow } from '#reviews/review.ts';
import { changeOf } from '#shared/change.ts';
import { Day } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';
import { colleagueRefusals } from '#team/colleague.ts';

const Versioned = z.object({ id: Id, version: z.int() });
const AtItem = z.object({ id: Id, itemId: Id });
const changed = pick(platformRefusals, 'record.changed');
const leading = { ...changed, ...pick(reviewRefusals, 'review.notChair', 'review.over') };
const writing = { ...pick(reviewRefusals, 'review.over'), ...writtenRefusals };
const Long = z.string().max(20_000);
const Line = z.string().trim().min(1).max(500);

export const reviewsContract = {
  list: query({
    path: '/reviews',
    access: 'deal.read',
    summary: { zh: '商机评审，按召开日期', en: 'Deal reviews by the day they are held' },
    input: z.object({
      when: z.enum(['upcoming', 'past']).optional().meta({ description: 'Not closed yet, or closed' }),
      mine: z.boolean().optional().meta({ description: 'Only those that I chair or take part in' }),
      dealId: Id.optional().meta({ description: 'Only those with this deal on the agenda' }),
      after: z.string().max(500).optional(),
      limit: z.int().min(1).max(200).default(50),
      order: z.enum(['asc', 'desc']).default('desc'),
    }),
    output: page(ReviewRow),
  }),
  show: query({
    path: '/reviews/{id}',
    access: 'deal.read',
    summary: { zh: '评审的议程或纪要', en: 'The agenda or the minutes of a review' },
    input: z.object({ id: Id }),
    output: ReviewPage,
  }),
  candidates: query({
    path: '/reviews/{id}/candidates',
    access: 'deal.read',
    summary: {
      zh: '还可以加入议程的商机，最该谈的在前',
      en: 'Deals that could be added, those that most need talk first',
    },
    input: z.object({ id: Id }),
    output: z.object({ rows: z.array(Candidate) }),
  }),
  create: command({
    path: '/reviews',
    access: 'task.write',
    summary: { zh: '安排评审', en: 'Plan a review' },
    input: ReviewFields.extend({ about: ReviewAbout }),
    output: Review,
    refusals: { ...colleagueRefusals, ...pick(reviewRefusals, 'review.teamOther', 'review.noDeals') },
  }),
  update: command({
    method: 'PATCH',
    path: '/reviews/{id}',
    access: 'task.write',
    summary: { zh: '修改评审的名称、日期、参加人', en: 'Change name, day or members of a review' },
    input: changeOf(ReviewFields).extend(Versioned.shape),
    output: Review,
    refusals: { ...leading, ...colleagueRefusals },
  }),
  setAgenda: command({
    path: '/reviews/{id}/agenda',
    access: 'task.write',
    summary: { zh: '挑选、排序、追加议程上的商机', en: 'Pick, order and add the deals on the agenda' },
    input: Versioned.extend({
      dealIds: z
        .array(Id)
        .max(40)
        .meta({ description: 'All that are to be on it, in order; those the caller may not see stay' }),
    }),
    output: Review,
    refusals: { ...leading, ...pick(reviewRefusals, 'review.frozen') },
  }),
  start: command({
    path: '/reviews/{id}/start',
    access: 'task.write',
    summary: { zh: '开始评审，议程定格', en: 'Begin a review; its agenda is frozen' },
    input: Versioned,
    output: Review,
    refusals: { ...leading, ...pick(reviewRefusals, 'review.begun', 'review.empty') },
  }),
  close: command({
    path: '/reviews/{id}/close',
    access: 'task.write',
    summary: { zh: '结束评审，写总结', en: 'Close a review with a summary' },
    input: Versioned.extend({ summary: Long.default('') }),
    output: Review,
    refusals: { ...leading, ...writtenRefusals, ...pick(reviewRefusals, 'review.notBegun') },
  }),
  write: command({
    method: 'PATCH',
    path: '/reviews/{id}/items/{itemId}',
    access: 'task.write',
    summary: { zh: '记录讨论、决定', en: 'Write down notes and decisions' },
    input: AtItem.extend({
      version: z.int(),
      notes: Long.optional(),
      decision: Long.optional(),
      discussed: z.boolean().optional(),
    }),
    output: ReviewItem.pick({ id: true, notes: true, decision: true, discussed: true, version: true }),
    refusals: { ...changed, ...writing },
  }),
  addPoint: command({
    path: '/reviews/{id}/items/{itemId}/points',
    access: 'task.write',
    summary: { zh: '提一个问题，或记一处软肋', en: 'Ask a question, or note a vulnerability' },
    input: AtItem.extend({
      kind: z.enum(pointKinds),
      text: Line,
      answer: z.string().max(4_000).default(''),
      checkId: z.string().max(60).optional(),
    }),
    output: ReviewPoint,
    refusals: writing,
  }),
  changePoint: command({
    method: 'PATCH',
    path: '/reviews/{id}/points/{pointId}',
    access: 'task.write',
    summary: { zh: '修改问题或软肋，写下回答', en: 'Change a question or vulnerability, write the answer' },
    input: Versioned.extend({ pointId: Id, text: Line.optional(), answer: z.string().max(4_000).optional() }),
    output: ReviewPoint,
    refusals: { ...changed, ...writing },
  }),
  removePoint: command({
    method: 'DELETE',
    path: '/reviews/{id}/points/{pointId}',
    access: 'task.write',
    summary: { zh: '删去问题或软肋', en: 'Take a question or vulnerability out' },
    input: Versioned.extend({ pointId: Id }),
    output: z.object({ id: Id }),
    refusals: { ...changed, ...pick(reviewRefusals, 'review.over') },
  }),
  addAct: command({
    path: '/reviews/{id}/items/{itemId}/acts',
    access: 'task.write',
    summary: { zh: '安排行动，成为负责人的待办', en: "Give an act; it becomes its owner's task" },
    input: AtItem.extend({
      title: z.string().trim().min(1).max(300),
      ownerId: Id,
      dueOn: Day,
      checkId: z.string().max(60).optional(),
      pointId: Id.optional().meta({ description: 'The vulnerability that it answers' }),
    }),
    output: ReviewAct,
    refusals: { ...writing, ...colleagueRefusals },
  }),
  comment: command({
    path: '/reviews/{id}/items/{itemId}/comments',
    access: 'task.write',
    summary: { zh: '评论议程上的商机，可以 @ 同事', en: 'Comment on an item; colleagues may be @mentioned' },
    input: AtItem.extend({ body: z.string().trim().min(1).max(4_000) }),
    output: ReviewComment,
    refusals: writtenRefusals,
  }),
  removeComment: command({
    method: 'DELETE',
    path: '/reviews/{id}/comments/{commentId}',
    access: 'task.write',
    summary: { zh: '删除自己的评论', en: "Remove one's own comment" },
    input: z.object({ id: Id, commentId: Id }),
    output: z.object({ id: Id }),
    refusals: pick(reviewRefusals, 'review.notAuthor'),
  }),
};
