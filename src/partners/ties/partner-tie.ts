import { z } from 'zod';
import { refuseWritten } from '#compliance/written-text.ts';
import { Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import type { Text } from '#shared/messages.ts';
import { refuse, type Refusal, type RefusalKinds } from '#shared/refusal.ts';

export const tieTargets = ['contact', 'account', 'rival'] as const;
export type TieTarget = (typeof tieTargets)[number];

/** Which ties there are to whom. */
export const tieKinds = {
  contact: ['business', 'formerColleague', 'classmate', 'friend', 'relative'],
  account: ['supplied', 'designed', 'maintains', 'framework'],
  rival: ['exclusive', 'alsoSells', 'former'],
} as const;
const anyKind = [...tieKinds.contact, ...tieKinds.account, ...tieKinds.rival] as const;
export type TieKind = (typeof anyKind)[number];

export const strengths = [1, 2, 3] as const;

/** Whom or what a partner is tied to, how, and where we know it from (Domain §4). */
export const TieFields = z.object({
  target: z.enum(tieTargets),
  contactId: Id.nullish().meta({ description: 'A person at a customer' }),
  accountId: Id.nullish(),
  rival: z.string().trim().min(1).max(100).nullish().meta({ description: "A rival's name, as deals write it" }),
  kind: z.enum(anyKind),
  strength: z.int().min(1).max(3).meta({ description: '1 loose, 2 steady, 3 close' }),
  source: z.string().trim().min(2).max(300).meta({ description: 'Where we know it from' }),
  note: z.string().trim().max(500).nullish(),
});
export type TieFields = z.infer<typeof TieFields>;

export const PartnerTie = z.object({
  id: Id,
  partnerId: Id,
  partnerName: z.string(),
  target: z.enum(tieTargets),
  contactId: Id.nullable(),
  contactName: z.string().nullable(),
  contactTitle: z.string().nullable(),
  accountId: Id.nullable().meta({ description: 'The account, or that of the contact' }),
  accountName: z.string().nullable(),
  rival: z.string().nullable(),
  kind: z.enum(anyKind),
  strength: z.int(),
  source: z.string(),
  note: z.string().nullable(),
  createdById: Id,
  createdByName: z.string(),
  createdAt: Instant,
});
export type PartnerTie = z.infer<typeof PartnerTie>;

export const PersonFields = z.object({
  name: z.string().trim().min(1).max(60),
  title: z.string().trim().max(60).nullish(),
  phone: z.string().trim().max(60).nullish(),
  contactId: Id.nullish().meta({ description: 'Where the person is a contact of ours, too' }),
});
export type PersonFields = z.infer<typeof PersonFields>;

export const PartnerPerson = z.object({
  id: Id,
  name: z.string(),
  title: z.string().nullable(),
  phone: z.string().nullable(),
  contactId: Id.nullable().meta({ description: 'null also where the reader may not see the contact' }),
});
export type PartnerPerson = z.infer<typeof PartnerPerson>;

/** May this be kept? It names one end, of its own kind, and tells nothing that nobody may keep. */
export function refuseTie({ target, contactId, accountId, rival, kind, source, note }: TieFields): Refusal | null {
  const ends = { contact: contactId, account: accountId, rival };
  if (!ends[target] || !(tieKinds[target] as readonly TieKind[]).includes(kind)) return refuse('tie.incomplete');
  return refuseWritten(source, note, rival);
}

export const tieRefusals = {
  'tie.incomplete': {
    status: 422,
    words: (): Text => ({
      zh: '请选择联系人、客户或填写对手，并选一种与之相符的关系。',
      en: 'Choose the person or the account, or name the rival, and a tie that fits.',
    }),
  },
  'tie.notYours': {
    status: 403,
    words: ({ ownerName }: { ownerName: string }): Text => ({
      zh: `只有登记的人、伙伴负责人（${ownerName}）或其主管可以删除。`,
      en: `Only who recorded it, ${ownerName}, who looks after the partner, or her manager may remove it.`,
    }),
  },
} satisfies RefusalKinds;

export const tieKindWords: { [kind in TieKind]: Text } = {
  business: { zh: '长期业务往来', en: 'Long business' },
  formerColleague: { zh: '前同事', en: 'Former colleague' },
  classmate: { zh: '同学', en: 'Classmate' },
  friend: { zh: '朋友', en: 'Friend' },
  relative: { zh: '亲属', en: 'Relative' },
  supplied: { zh: '供过货', en: 'Has supplied it' },
  designed: { zh: '承担设计', en: 'Designs for it' },
  maintains: { zh: '负责运维', en: 'Maintains it' },
  framework: { zh: '有框架协议', en: 'Framework contract' },
  exclusive: { zh: '独家代理', en: 'Sells it exclusively' },
  alsoSells: { zh: '同时兼营', en: 'Also sells it' },
  former: { zh: '曾经代理', en: 'Sold it before' },
};

export const tieStrengthWords: { [strength in (typeof strengths)[number]]: Text } = {
  1: { zh: '一般', en: 'Loose' },
  2: { zh: '稳定', en: 'Steady' },
  3: { zh: '紧密', en: 'Close' },
};

export const tieTargetWords: { [target in TieTarget]: Text } = {
  contact: { zh: '客户人员', en: 'Person at a customer' },
  account: { zh: '客户单位', en: 'Customer' },
  rival: { zh: '竞争对手', en: 'Rival' },
};
