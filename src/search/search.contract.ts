import { z } from 'zod';
import { Id } from '#shared/id.ts';
import { Currency, MinorUnits } from '#shared/money.ts';
import { query } from '#platform/http/endpoint.ts';
import { dealStates } from '#deals/deal.ts';

export const FoundAccount = z.object({
  id: Id,
  name: z.string(),
  industry: z.string().nullable(),
  place: z.string().nullable().meta({ description: 'City, else province' }),
  ownerName: z.string().nullable(),
});
export const FoundContact = z.object({
  id: Id,
  name: z.string(),
  title: z.string().nullable(),
  accountName: z.string().nullable().meta({ description: 'null also where the reader may not see the employer' }),
});
export const FoundDeal = z.object({
  id: Id,
  name: z.string(),
  accountName: z.string().nullable(),
  state: z.enum(dealStates),
  amount: MinorUnits.nullable(),
  currency: Currency,
  ownerName: z.string().nullable(),
});
export type FoundAccount = z.infer<typeof FoundAccount>;
export type FoundContact = z.infer<typeof FoundContact>;
export type FoundDeal = z.infer<typeof FoundDeal>;

export const searchContract = {
  find: query({
    path: '/search',
    access: 'signedIn',
    summary: { zh: '按名称、编码、电话或拼音首字母查找', en: 'Find by name, code, phone number or pinyin initials' },
    input: z.object({
      text: z.string().trim().max(100).meta({ description: 'At least two characters: 华为, hw, 138' }),
      limit: z.int().min(1).max(8).default(8).meta({ description: 'At most so many of each kind' }),
    }),
    output: z.object({
      accounts: z.array(FoundAccount),
      contacts: z.array(FoundContact),
      deals: z.array(FoundDeal),
    }),
  }),
};
