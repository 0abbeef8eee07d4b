import { z } from 'zod';
import { CustomInput, CustomOutput } from '#fields/custom.ts';
import { Day, Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { inBoth } from '#shared/input-words.ts';
import type { Text } from '#shared/messages.ts';
import type { RefusalKinds } from '#shared/refusal.ts';

/**
 * How personal a field is (Domain §12): 'identity' tells who somebody is, 'contact' how to reach her. Sensitive fields
 * (family, health, religion, home address) do not exist.
 */
const personal = (kind: 'identity' | 'contact') => ({ 'x-personal': kind });

const telephone = z
  .string()
  .trim()
  .max(40)
  .refine((text) => text === '' || /^[\d\s()+\-–—转分机ext.#/]{3,}$/i.test(text.normalize('NFKC')), {
    error: inBoth({ zh: '请填写有效的电话，如 138 0013 8000', en: 'Enter a valid telephone number' }),
  });
const email = z
  .string()
  .trim()
  .max(200)
  .refine((text) => text === '' || z.email().safeParse(text).success, {
    error: inBoth({ zh: '请填写有效的邮箱地址', en: 'Enter a valid e-mail address' }),
  });

/** Somebody at a customer (Domain §4): may change employer, the history is kept. */
export const ContactFields = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .meta({ title: '姓名', ...personal('identity') }),
  title: z
    .string()
    .trim()
    .max(100)
    .nullish()
    .meta({ title: '职务', ...personal('identity') }),
  department: z
    .string()
    .trim()
    .max(100)
    .nullish()
    .meta({ title: '部门', ...personal('identity') }),
  mobile: telephone.nullish().meta({ title: '手机', ...personal('contact') }),
  phone: telephone.nullish().meta({ title: '座机', ...personal('contact') }),
  email: email.nullish().meta({ title: '邮箱', ...personal('contact') }),
  wechat: z
    .string()
    .trim()
    .max(100)
    .nullish()
    .meta({ title: '微信', ...personal('contact') }),
  tags: z.array(z.string().trim().min(1).max(30)).max(60).optional().meta({ title: '标签' }),
  custom: CustomInput.optional(),
});
export type ContactFields = z.infer<typeof ContactFields>;

/** The fields whose values stay out of events: an append-only history must not keep what a person may have erased. */
export const reachableBy = ['mobile', 'phone', 'email', 'wechat'] as const;

/** What was written into a contact's own words: tags, custom texts, post and department. */
export function freeTexts({
  title,
  department,
  tags = [],
  custom = {},
}: Partial<Pick<Contact, 'title' | 'department' | 'tags' | 'custom'>> | ContactFields): (string | null | undefined)[] {
  return [
    title,
    department,
    ...tags,
    ...Object.values(custom).map((value) => (typeof value === 'string' ? value : null)),
  ];
}

export const Contact = z.object({
  id: Id,
  name: z.string(),
  accountId: Id.nullable(),
  accountName: z.string().nullable().meta({ description: 'null also where the reader may not see the account' }),
  title: z.string().nullable(),
  department: z.string().nullable(),
  mobile: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  wechat: z.string().nullable(),
  tags: z.array(z.string()),
  custom: CustomOutput,
  ownerId: Id.nullable(),
  ownerName: z.string().nullable(),
  version: z.int(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Contact = z.infer<typeof Contact>;

/** A time at an employer; fromOn null: not known since when, toOn null: still there. */
export const Employment = z.object({
  id: Id,
  accountId: Id.nullable(),
  accountName: z.string().nullable(),
  title: z.string().nullable(),
  department: z.string().nullable(),
  fromOn: Day.nullable(),
  toOn: Day.nullable(),
});
export type Employment = z.infer<typeof Employment>;

export const contactRefusals = {
  'contact.mergeSelf': {
    status: 422,
    words: (): Text => ({
      zh: '请选择两位不同的联系人进行合并。',
      en: 'Choose two different contacts to merge.',
    }),
  },
  'contact.sameEmployer': {
    status: 422,
    words: ({ accountName }: { accountName: string | null }): Text => ({
      zh: `这位联系人现在就在${accountName ? `“${accountName}”` : '这个客户'}，请选择新的单位。`,
      en: `This contact already works at ${accountName ? `"${accountName}"` : 'this account'}; choose the new employer.`,
    }),
  },
  'contact.movedBeforeJoining': {
    status: 422,
    words: ({ fromOn }: { fromOn: string }): Text => ({
      zh: `变动日期不能早于加入现单位的日期 ${fromOn}。`,
      en: `The day of the move cannot be before ${fromOn}, when the present job began.`,
    }),
  },
} satisfies RefusalKinds;

/** Texts a contact is found by. */
export function searchedTexts(contact: Pick<Contact, 'name' | 'title' | 'department' | 'mobile' | 'phone' | 'email'>) {
  const { name, title, department, mobile, phone, email } = contact;
  return [name, title, department, mobile?.replaceAll(/\D/g, ''), phone?.replaceAll(/\D/g, ''), email];
}

/** A change as an event may tell it: that a number or address changed, not what it is. */
export function discreet<T extends { [field: string]: unknown }>(fields: T): T {
  const hidden = Object.keys(fields).filter((field) => (reachableBy as readonly string[]).includes(field));
  return { ...fields, ...Object.fromEntries(hidden.map((field) => [field, fields[field] ? '…' : null])) };
}
