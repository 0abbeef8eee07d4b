import type { Text } from '#shared/messages.ts';
import type { RefusalKinds } from '#shared/refusal.ts';

export const giftRefusals = {
  'gift.cash': {
    status: 422,
    words: ({ found }: { found: string | null }): Text => ({
      zh: `现金及等价物（现金、购物卡、红包、转账等）${found ? `（“${found}”）` : ''}一律不得送给客户人员，也不得收受，任何金额、任何审批都不例外。对方给的请当场退回，退不回的上交并报告合规。`,
      en: `Cash and cash equivalents${found ? ` ("${found}")` : ''} are never given to a customer's people nor accepted, at any amount and by nobody's approval. Return what was offered; hand in and report what cannot be returned.`,
    }),
    alert: true,
  },
  'gift.officialNone': {
    status: 422,
    words: ({ name, hospitality }: { name: string | null; hospitality: boolean }): Text => ({
      zh: `${name ?? '其中有人'}属于国家工作人员，按公司政策不得${hospitality ? '招待' : '赠送礼品'}，也不能申请例外。可以改为公开的会议、资料或样本。`,
      en: `${name ?? 'One of them'} is a public official: by policy no ${hospitality ? 'hospitality' : 'gifts'}, and no exception can be asked for. Consider an open meeting, papers or samples.`,
    }),
  },
  'gift.frozen': {
    status: 409,
    words: ({ deal, step }: { deal: string | null; step: Text | null }): Text => ({
      zh: `${deal ? `商机“${deal}”` : '该客户有一个您看不到的商机'}正处于“${step?.zh ?? '招投标'}”，期间不得向这个客户的人员赠礼或招待。请等定标之后再办。`,
      en: `${deal ? `The deal "${deal}"` : 'A deal of this account that you may not see'} stands at "${step?.en ?? 'the tender'}": until it is decided, nothing is given to this account's people.`,
    }),
  },
  'gift.nobody': {
    status: 422,
    words: (): Text => ({
      zh: '请选择客户方的联系人，或填写没有登记姓名的人数。',
      en: "Choose the customer's people, or say how many are not named.",
    }),
  },
  'gift.dayOutside': {
    status: 422,
    words: (): Text => ({
      zh: '日期只能在过去一年到今后六十天之间。',
      en: 'The day must lie within the past year and the next sixty days.',
    }),
  },
  'gift.elsewhere': {
    status: 422,
    words: ({ name }: { name: string }): Text => ({
      zh: `${name}不在这个客户任职，请另行登记，或先更正联系人的任职单位。`,
      en: `${name} does not work at this account; register it apart, or correct the contact's employer first.`,
    }),
  },
  'gift.dealElsewhere': {
    status: 422,
    words: ({ name }: { name: string }): Text => ({
      zh: `商机“${name}”不属于这个客户，请重新选择。`,
      en: `The deal "${name}" is not this account's; choose another.`,
    }),
  },
  'gift.ownRequest': {
    status: 403,
    words: (): Text => ({
      zh: '自己登记或经手的，不能由自己审批，请由其他主管审批。',
      en: 'You registered or made this yourself; somebody else has to decide.',
    }),
  },
  'gift.notPending': {
    status: 409,
    words: (): Text => ({
      zh: '这条登记不在待审批状态，请刷新页面。',
      en: 'This entry does not wait for approval; reload the page.',
    }),
  },
  'gift.notYours': {
    status: 403,
    words: ({ ownerName }: { ownerName: string }): Text => ({
      zh: `这条登记属于${ownerName}，只有本人、登记人或有审批权的人可以作废或更正。`,
      en: `This entry is ${ownerName}'s; only she, whoever registered it, or an approver may void or correct it.`,
    }),
  },
  'gift.void': {
    status: 409,
    words: (): Text => ({
      zh: '这条登记已经作废，或申请已被驳回，不能再次作废。',
      en: 'This entry is void or was refused already.',
    }),
  },
} satisfies RefusalKinds;
