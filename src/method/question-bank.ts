import { z } from 'zod';
import { Id, TextPair } from '#method/playbook.ts';
import { type BuyingRole, type QuestionKind, buyingRoles, questionKinds, type Words } from '#method/scales.ts';

/** What a false friend seems to tell about. */
export const friendTopics = {
  need: { zh: '需求', en: 'need' },
  money: { zh: '预算', en: 'money' },
  people: { zh: '人', en: 'people' },
  technical: { zh: '技术', en: 'technical' },
  competition: { zh: '竞争', en: 'competition' },
  time: { zh: '时间', en: 'time' },
  commitment: { zh: '承诺', en: 'commitment' },
  payment: { zh: '付款', en: 'payment' },
} as const satisfies Words;
export type FriendTopic = keyof typeof friendTopics;

const keysOf = <K extends string>(words: { readonly [key in K]: unknown }) => Object.keys(words) as [K, ...K[]];
export const kinds: readonly QuestionKind[] = keysOf(questionKinds);

const Said = z.string().trim().min(1).max(1000);
/** One question, as it may be said. Its id is unique within its problem and stays when the words are mended. */
export const BankQuestion = z.strictObject({ id: Id, zh: Said, en: Said });
export type BankQuestion = z.infer<typeof BankQuestion>;
const Questions = z.array(BankQuestion).min(2);

/** A real problem of a trade, with questions of every kind in the SPIN order. Source: Domain §6 */
export const BankProblem = z.strictObject({
  id: Id,
  name: TextPair,
  /** who feels it and how, in one line */
  about: TextPair,
  /** buying roles that feel it, the nearest first */
  ask: z.array(z.enum(keysOf<BuyingRole>(buyingRoles))).min(1),
  situation: Questions,
  problem: Questions,
  implication: Questions,
  needPayoff: Questions,
});
export type BankProblem = z.infer<typeof BankProblem>;

export const BankIndustry = z.strictObject({
  id: Id,
  name: TextPair,
  /** words by which an account's industry, as people type it, is recognised; none: for any industry */
  matches: z.array(z.string().trim().min(1).max(40)),
  problems: z.array(BankProblem).min(5),
});
export type BankIndustry = z.infer<typeof BankIndustry>;

/** A false friend 假信号: looks like evidence, is none. */
export const FalseFriend = z.strictObject({
  id: Id,
  topic: z.enum(keysOf(friendTopics)),
  looks: TextPair,
  why: TextPair,
  verify: TextPair,
});
export type FalseFriend = z.infer<typeof FalseFriend>;

/** What one file of the bank may hold. */
export const BankPart = z.strictObject({
  industries: z.array(BankIndustry).default([]),
  falseFriends: z.array(FalseFriend).default([]),
});
export type BankPart = z.infer<typeof BankPart>;

/** The question bank 问题库: all parts together. */
export type QuestionBank = BankPart;

/** A problem with its industry and its questions in one line, each under an id of its own in the whole bank. */
export const AskedProblem = z.strictObject({
  industry: Id,
  ...BankProblem.pick({ id: true, name: true, about: true, ask: true }).shape,
  questions: z.array(z.strictObject({ id: z.string(), kind: z.enum(keysOf(questionKinds)), text: TextPair })),
});
export type AskedProblem = z.infer<typeof AskedProblem>;
