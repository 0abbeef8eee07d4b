import type { Text } from '#shared/messages.ts';
import type { RefusalKinds } from '#shared/refusal.ts';

export const informationRefusals = {
  'information.unknownItem': {
    status: 422,
    words: (): Text => ({
      zh: '没有这一项客户资料，请刷新页面后重试。',
      en: 'There is no such item of customer information; reload the page.',
    }),
  },
  'information.keptElsewhere': {
    status: 422,
    words: ({ name }: { name: Text }): Text => ({
      zh: `“${name?.zh ?? '…'}”记在客户或商机本身，请到那里修改。`,
      en: `"${name?.en ?? '…'}" is kept on the account or deal itself; change it there.`,
    }),
  },
  'information.future': {
    status: 422,
    words: (): Text => ({
      zh: '获知日期不能晚于今天。',
      en: 'The day on which it was learnt cannot be after today.',
    }),
  },
  'information.whoTold': {
    status: 422,
    words: (): Text => ({
      zh: '来源选了联系人，请再选是哪一位；选了其他来源，就不要再选联系人。',
      en: 'Say which contact told it; of any other source, name no contact.',
    }),
  },
} satisfies RefusalKinds;
