import type { Text } from '#shared/messages.ts';
import type { RefusalKinds } from '#shared/refusal.ts';
import type { PartnerCandidate } from '#partners/partner.ts';

export const partnerRefusals = {
  'partner.maybeDuplicate': {
    status: 409,
    words: ({ candidates }: { candidates: readonly PartnerCandidate[] }): Text => ({
      zh: `有 ${candidates.length} 家名称相同的伙伴，请先看看是不是同一家；确认不是，再勾选“仍要新建”。`,
      en: `${candidates.length === 1 ? 'A partner has' : `${candidates.length} partners have`} this name; look whether it is the same, or confirm that it is not.`,
    }),
    example: { candidates: [] },
  },
  'partner.codeTaken': {
    status: 409,
    words: ({ name, ownerName }: { name: string | null; ownerName: string | null }): Text => ({
      zh: `这个统一社会信用代码已属于${name ? `“${name}”` : '另一家伙伴'}${ownerName ? `（负责人 ${ownerName}）` : ''}，请直接使用那一家。`,
      en: `This credit code belongs to ${name ? `"${name}"` : 'another partner'}${ownerName ? ` (looked after by ${ownerName})` : ''}; use that one.`,
    }),
  },
  'partner.notYours': {
    status: 403,
    words: ({ ownerName }: { ownerName: string }): Text => ({
      zh: `这家伙伴由${ownerName}负责，请由负责人或其主管修改。`,
      en: `${ownerName} looks after this partner; only she or her manager may change it.`,
    }),
  },
  'partner.reasonNeeded': {
    status: 422,
    words: (): Text => ({
      zh: '暂停或终止合作要写明原因。',
      en: 'Say why the partner is suspended or ended.',
    }),
  },
  'partner.contractDays': {
    status: 422,
    words: (): Text => ({
      zh: '合同的截止日期不能早于开始日期。',
      en: 'The contract cannot end before it begins.',
    }),
  },
} satisfies RefusalKinds;
