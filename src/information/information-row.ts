import { z } from 'zod';
import { Money } from '#information/information-value.ts';
import type { InformationKind, Knower } from '#information/information-fact.ts';
import type { Text } from '#shared/messages.ts';

const short = z.string().trim().max(200);
const told = z.string().trim().min(1).max(500);

/** A line of the installed base 装机: what is in use. Source: Domain §3. */
export const Installed = z.object({
  use: told.meta({ title: '用途' }),
  brand: short.nullish(),
  model: short.nullish(),
  quantity: z.int().min(0).max(1_000_000).nullish(),
  sinceYear: z.int().min(1950).max(2100).nullish().meta({ description: 'The year it was put to use' }),
  ours: z.boolean().default(false).meta({ description: 'Ours, not a rival’s' }),
});
export type Installed = z.infer<typeof Installed>;

/** A step of the approval path 审批路径: who approves, up to which amount. */
export const ApprovalStep = z.object({
  step: z.int().min(1).max(30).meta({ description: 'Place on the path, from 1' }),
  who: told.meta({ description: 'The post or body that approves' }),
  upTo: Money.nullish().meta({ description: 'Approves up to this amount; null: without limit, or every amount' }),
  does: short.nullish().meta({ description: 'What it looks at' }),
});
export type ApprovalStep = z.infer<typeof ApprovalStep>;

/** Somebody else in a deal's project. */
export const Contender = z.object({
  name: told,
  solution: short.nullish(),
  price: short.nullish(),
  quality: short.nullish(),
  service: short.nullish(),
  relations: short.nullish(),
  support: short.nullish(),
});
export type Contender = z.infer<typeof Contender>;

type List = {
  readonly kind: InformationKind;
  readonly name: Text;
  readonly weight: number;
  /** So many rows are enough to know it. */
  readonly enough: number;
  readonly question: Text;
  readonly ask: Knower;
};

/** The tables of customer information; each counts in its kind as one fact does. */
export const informationLists = {
  installed: {
    kind: 'current',
    name: { zh: '装机情况', en: 'Installed base' },
    weight: 3,
    enough: 1,
    question: {
      zh: '现在用的是哪些品牌型号，各有多少台，用了几年？',
      en: 'Which brands and models are in use, how many, since when?',
    },
    ask: { functions: ['use', 'technical', 'service'] },
  },
  approval: {
    kind: 'organisation',
    name: { zh: '审批路径', en: 'Approval path' },
    weight: 3,
    enough: 2,
    question: { zh: '多少金额由谁批，最后谁签字？', en: 'Who approves up to which amount, and who signs last?' },
    ask: { functions: ['purchasing', 'finance', 'use'], level: 'managing' },
  },
  contenders: {
    kind: 'project',
    name: { zh: '参与的其他厂商', en: 'Who else is in it' },
    weight: 2,
    enough: 1,
    question: {
      zh: '还有谁参与，各家方案、价格、质量、服务、关系怎么样？',
      en: 'Who else is in it, with which solution, price, quality, service and relations?',
    },
    ask: { functions: ['purchasing', 'technical', 'use'] },
  },
} as const satisfies { [list: string]: List };
export type InformationList = keyof typeof informationLists;
export const accountLists = ['installed', 'approval'] as const satisfies readonly InformationList[];

/** A row with the table it belongs to. */
export const AccountRowOf = z.discriminatedUnion('list', [
  z.object({ list: z.literal('installed'), row: Installed }),
  z.object({ list: z.literal('approval'), row: ApprovalStep }),
]);
export const DealRowOf = z.object({ list: z.literal('contenders'), row: Contender });
export const RowOf = z.discriminatedUnion('list', [...AccountRowOf.options, DealRowOf]);
export type RowOf = z.infer<typeof RowOf>;

/** What a row is called where one word has to do. */
export function rowName({ list, row }: RowOf): string {
  if (list === 'approval') return row.who;
  return list === 'contenders' ? row.name : [row.use, row.brand, row.model].filter(Boolean).join(' ');
}

/** What somebody wrote into a row. */
export function rowTexts({ row }: RowOf): string[] {
  return Object.values(row).filter((value) => typeof value === 'string');
}
