import { z } from 'zod';
import { accountSources, keysOf, ownerships, scales } from '#accounts/account-lists.ts';
import { creditCodeFault, normalCreditCode } from '#accounts/credit-code.ts';
import { CustomInput, CustomOutput } from '#fields/custom.ts';
import { Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { inBoth } from '#shared/input-words.ts';

/** 统一社会信用代码; normalised, checked to the character. */
export const CreditCode = z
  .string()
  .max(40)
  .overwrite(normalCreditCode)
  .superRefine((code, context) => {
    const fault = code === '' ? null : creditCodeFault(code);
    if (fault) context.addIssue({ code: 'custom', message: inBoth(fault) });
  })
  .meta({ description: 'Unified social credit code 统一社会信用代码 (GB 32100)' });

export const Tags = z.array(z.string().trim().min(1).max(30)).max(60);

const site = z.string().trim().max(200);
const phone = z
  .string()
  .trim()
  .max(60)
  .refine((text) => text === '' || /^[\d\s()+\-–—转分机ext.#/]{3,}$/i.test(text.normalize('NFKC')), {
    error: inBoth({ zh: '请填写有效的电话，如 021-6288 0000', en: 'Enter a valid telephone number' }),
  });

/** A customer organisation (Domain §1). The one definition: API, form, import columns and documentation derive from it. */
export const AccountFields = z.object({
  name: z.string().trim().min(1).max(200).meta({ title: '客户名称' }),
  aliases: z.array(z.string().trim().min(1).max(200)).max(60).optional().meta({ title: '别名、简称' }),
  creditCode: CreditCode.nullish().meta({ title: '统一社会信用代码' }),
  industry: z.string().trim().max(60).nullish().meta({ title: '行业' }),
  province: z.string().trim().max(40).nullish().meta({ title: '省份' }),
  city: z.string().trim().max(40).nullish().meta({ title: '城市' }),
  scale: z.enum(keysOf(scales)).nullish().meta({ title: '规模' }),
  ownership: z.enum(keysOf(ownerships)).nullish().meta({ title: '企业性质' }),
  address: z.string().trim().max(300).nullish().meta({ title: '地址' }),
  postCode: z.string().trim().max(20).nullish().meta({ title: '邮编' }),
  site: site.nullish().meta({ title: '网站' }),
  phone: phone.nullish().meta({ title: '总机电话' }),
  parentId: Id.nullish().meta({ title: '上级客户' }),
  source: z.enum(keysOf(accountSources)).nullish().meta({ title: '来源' }),
  tags: Tags.optional().meta({ title: '标签' }),
  custom: CustomInput.optional(),
});
export type AccountFields = z.infer<typeof AccountFields>;

/** What a team member does for the account. */
export const memberRoles = ['sales', 'presales', 'service', 'sponsor'] as const;
export type MemberRole = (typeof memberRoles)[number];

/** A row of the list. */
export const AccountRow = z.object({
  id: Id,
  name: z.string(),
  creditCode: z.string().nullable(),
  industry: z.string().nullable(),
  province: z.string().nullable(),
  city: z.string().nullable(),
  scale: z.string().nullable(),
  ownership: z.string().nullable(),
  source: z.string().nullable(),
  phone: z.string().nullable(),
  tags: z.array(z.string()),
  custom: CustomOutput,
  ownerId: Id.nullable(),
  ownerName: z.string().nullable(),
  parentId: Id.nullable(),
  version: z.int(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type AccountRow = z.infer<typeof AccountRow>;

export const Account = AccountRow.extend({
  aliases: z.array(z.string()),
  address: z.string().nullable(),
  postCode: z.string().nullable(),
  site: z.string().nullable(),
  teamId: Id.nullable(),
});
export type Account = z.infer<typeof Account>;

/** What was written into an account's own words: tags, other names, address, custom texts. */
export function freeTexts({
  address,
  aliases = [],
  tags = [],
  custom = {},
}: Partial<Pick<Account, 'address' | 'aliases' | 'tags' | 'custom'>>): (string | null | undefined)[] {
  return [
    address,
    ...aliases,
    ...tags,
    ...Object.values(custom).map((value) => (typeof value === 'string' ? value : null)),
  ];
}

/** Texts an account is found by. */
export function searchedTexts(account: { name: string; aliases?: readonly string[]; creditCode?: string | null }) {
  return [account.name, ...(account.aliases ?? []), account.creditCode];
}
