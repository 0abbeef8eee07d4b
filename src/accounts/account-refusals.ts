import type { Candidate } from '#accounts/account-duplicates.ts';
import type { Text } from '#shared/messages.ts';
import type { RefusalKinds } from '#shared/refusal.ts';

const ofZh = (ownerName: string | null) => (ownerName ? `负责人是${ownerName}` : '目前无人负责');
const ofEn = (ownerName: string | null) => (ownerName ? `owned by ${ownerName}` : 'owned by nobody');

export const accountRefusals = {
  'account.maybeDuplicate': {
    status: 409,
    words: ({ candidates }: { candidates: Candidate[] }): Text => ({
      zh: `可能重复：已有 ${candidates.length} 个相似客户。请先核对，确认是另一家再继续新建。`,
      en: `Perhaps a duplicate: ${candidates.length} similar ${candidates.length === 1 ? 'account exists' : 'accounts exist'}. Compare first; go on if it is another one.`,
    }),
  },
  'account.codeTaken': {
    status: 409,
    words: ({ name, ownerName }: { name: string | null; ownerName: string | null }): Text => ({
      zh: `这个统一社会信用代码已登记在${name ? `“${name}”` : '另一个客户'}名下（${ofZh(ownerName)}），同一代码只能有一个客户。请打开它，或联系其负责人。`,
      en: `This credit code already belongs to ${name ? `"${name}"` : 'another account'} (${ofEn(ownerName)}); a code has one account. Open it, or talk to its owner.`,
    }),
  },
  'account.parentLoop': {
    status: 422,
    words: ({ name }: { name: string }): Text => ({
      zh: `“${name}”是它自己或它的下级，不能作为上级客户。`,
      en: `"${name}" is the account itself or below it, and cannot be its parent.`,
    }),
  },
  'account.mergeSelf': {
    status: 422,
    words: (): Text => ({
      zh: '请选择两个不同的客户进行合并。',
      en: 'Choose two different accounts to merge.',
    }),
  },
} satisfies RefusalKinds;
